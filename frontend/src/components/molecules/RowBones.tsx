import { Bone } from "../atoms/Bone.tsx";
import "../../styles/row-bones.css";

interface RowBonesProps {
  /** What is on its way, for a screen reader. */
  label: string;
  count: number;
  /** As high as a row will be, with its unit. */
  height: string;
}

/** Rows of a list while it loads, at their final height. */
export function RowBones({ label, count, height }: RowBonesProps) {
  return (
    <div aria-busy="true">
      <span className="vh">{label}</span>
      {Array.from({ length: count }, (_unused, row) => (
        <div key={row} className="row-bone" style={{ height }}>
          <Bone width={`${9 + ((row * 4) % 6)}rem`} />
          <Bone width={`${13 + ((row * 5) % 7)}rem`} height="0.6em" />
        </div>
      ))}
    </div>
  );
}
