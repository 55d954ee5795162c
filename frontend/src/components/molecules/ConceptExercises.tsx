import type { ExerciseSummary } from "@mastery/contracts/exercise";
import type { ConceptMastery } from "@mastery/contracts/mastery";
import Link from "next/link";
import type { ConceptGroup } from "../../lib/catalogue/group-by-concept.ts";
import { percent } from "../../lib/percent.ts";
import { Mark, type MarkName } from "../atoms/Mark.tsx";
import { Pane } from "./Pane.tsx";

interface ConceptExercisesProps {
  group: ConceptGroup;
  /** Where the reader stands with this concept. */
  standing: ConceptMastery | undefined;
  /** How many exercises of this concept there are and are passed, shown or not; undefined for who does not learn. */
  progress: { readonly passed: number; readonly total: number } | undefined;
}

/** One concept of the catalogue with its exercises. */
export function ConceptExercises({
  group: { concept, exercises },
  standing,
  progress,
}: ConceptExercisesProps) {
  return (
    <Pane
      title={concept.name}
      lead={standing && <Standing {...standing} />}
      aside={
        progress && (
          <span className="tag num">
            {progress.passed} of {progress.total} passed
          </span>
        )
      }
    >
      <p className="small muted">{concept.summary}</p>
      <ul className="shelf">
        {exercises.map((exercise) => (
          <li key={exercise.slug}>
            {progress ? <Mark name={markOf(exercise)} label={wordOf(exercise)} /> : <span />}
            <Link href={`/editor/${exercise.slug}`} prefetch={false}>
              {exercise.title}
            </Link>
            <span className="tag num">difficulty {exercise.difficulty}</span>
            <span className="muted tiny">{exercise.summary}</span>
          </li>
        ))}
      </ul>
    </Pane>
  );
}

function Standing({ status, score, evidence }: ConceptMastery) {
  return (
    <span className="tag num">
      <Mark name={status} />
      {status}
      {evidence !== "none" && ` ${percent(score)} %`}
    </span>
  );
}

function markOf({ status, locked }: ExerciseSummary): MarkName {
  if (status === "passed") return "passed";
  if (locked) return "locked";
  return status === "tried" ? "learning" : "ready";
}

function wordOf({ status, locked }: ExerciseSummary): string {
  return locked && status !== "passed" ? `${status}, locked` : status;
}
