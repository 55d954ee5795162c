import type { ExerciseSummary } from "@mastery/contracts/exercise";
import type { ConceptMastery } from "@mastery/contracts/mastery";
import Link from "next/link";
import { describeStanding } from "../../lib/describe-standing.ts";
import { Ago } from "../atoms/Ago.tsx";

export interface ExplanationProps {
  concept: ConceptMastery;
  /** What opens it, when it is locked. */
  lock?: string | undefined;
  /** What to practise it with; empty for somebody who only looks. */
  exercises: readonly ExerciseSummary[];
}

/** Why a concept stands where it does, in signs and in words. */
export function Explanation({ concept, lock, exercises }: ExplanationProps) {
  const { because, attempts, lastPractisedAt } = concept;
  return (
    <>
      <h3>{describeStanding(concept)}</h3>
      <ul>
        {because.map(({ text, effect }) => (
          <li key={text}>
            <span className={effect < 0 ? "down" : "up"} aria-hidden="true">
              {effect < 0 ? "−" : "+"}
            </span>
            <span>
              {text}
              <span className="vh">{effect < 0 ? ", which lowers it" : ", which raises it"}</span>
            </span>
          </li>
        ))}
        {lock && (
          <li>
            <span aria-hidden="true">·</span>
            {lock}
          </li>
        )}
      </ul>
      <p className="tiny muted num">
        {attempts === 0 ? "No attempts" : `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`}
        {lastPractisedAt !== undefined && (
          <>
            , last <Ago at={lastPractisedAt} /> ago
          </>
        )}
      </p>
      {exercises.length > 0 && (
        <p className="practise">
          <span className="muted">Practise it with </span>
          {exercises.map(({ slug, title }, i) => (
            <span key={slug}>
              {i > 0 && ", "}
              <Link href={`/editor/${slug}`} prefetch={false}>
                {title}
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
