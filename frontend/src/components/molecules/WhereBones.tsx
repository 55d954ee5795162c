import { Bone } from "../atoms/Bone.tsx";

/** As many rows as our own course has concepts. */
const rows = Array.from({ length: 12 }, (_unused, i) => i);

export function WhereBones() {
  return (
    <div aria-busy="true">
      <span className="vh">Loading mastery</span>
      <div className="overall">
        <Bone width="6.5rem" height="3.15rem" />
        <span className="stack">
          <Bone width="6rem" />
          <Bone width="5rem" />
        </span>
      </div>
      <div className="scale-bone" />
      <ul className="concepts">
        {rows.map((row) => (
          <li key={row}>
            <div className="concept-row">
              <Bone width="14px" height="14px" />
              <Bone width={`${3 + (row % 3)}rem`} />
              <Bone width="100%" height="1px" />
              <Bone width="1.2rem" />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
