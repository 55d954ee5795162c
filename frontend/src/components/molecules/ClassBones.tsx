import { Bone } from "../atoms/Bone.tsx";
import { RowBones } from "./RowBones.tsx";

export function ClassBones() {
  return (
    <>
      <div className="figures">
        <h1>Class</h1>
        <Bone width="10rem" height="1.75rem" />
        <div className="row push">
          <Bone width="9rem" height="2rem" />
        </div>
      </div>
      <div className="panes class">
        <section className="pane">
          <RowBones label="Loading who needs you" count={3} height="3.5rem" />
        </section>
        <section className="pane full">
          <RowBones label="Loading the class" count={24} height="2.25rem" />
        </section>
        <section className="pane">
          <RowBones label="Loading verdicts" count={10} height="3.5rem" />
        </section>
      </div>
    </>
  );
}
