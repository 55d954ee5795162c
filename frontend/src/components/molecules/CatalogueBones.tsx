import { Bone } from "../atoms/Bone.tsx";
import { RowBones } from "./RowBones.tsx";

const panes = [0, 1, 2, 3, 4, 5];

export function CatalogueBones() {
  return (
    <>
      <div className="figures">
        <h1>Exercises</h1>
        <Bone width="8rem" height="1.75rem" />
      </div>
      <div className="filters" />
      <p className="found small">
        <Bone width="7rem" />
      </p>
      <div className="panes catalogue">
        {panes.map((pane) => (
          <section key={pane} className="pane">
            <RowBones label="Loading exercises" count={4} height="3.4rem" />
          </section>
        ))}
      </div>
    </>
  );
}
