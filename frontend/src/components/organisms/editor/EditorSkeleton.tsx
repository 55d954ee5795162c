import { Bone } from "../../atoms/Bone.tsx";

const taskLines = ["90%", "96%", "60%", "0", "88%", "72%"];

/** The editor's outline while an exercise loads: same panes, same places. */
export function EditorSkeleton() {
  return (
    <div className="ide" data-tab="task" aria-busy="true">
      <h1 className="vh">Loading the exercise</h1>
      <section id="task" className="pane stack">
        <Bone width="11rem" height="1.5rem" />
        {taskLines.map((width, index) => (
          <Bone key={index} width={width} />
        ))}
      </section>
      <div className="work">
        <section id="code">
          <div className="file" />
        </section>
        <section id="results" className="pane" />
      </div>
    </div>
  );
}
