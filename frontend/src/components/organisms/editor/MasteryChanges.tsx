"use client";

import type { MasterySnapshot } from "@mastery/contracts/mastery";
import type { Submission } from "@mastery/contracts/submission";
import { Gauge, percent } from "../../atoms/Gauge.tsx";

interface MasteryChangesProps {
  changes: Submission["mastery"];
  snapshot: MasterySnapshot | undefined;
  /** Why it moved, in one sentence. */
  reason: string | undefined;
}

/** What this submission did to the learner's numbers. */
export function MasteryChanges({ changes, snapshot, reason }: MasteryChangesProps) {
  if (changes.length === 0) return null;
  return (
    <section className="change" aria-labelledby="change-title">
      <div className="row">
        <h3 id="change-title">What this changed</h3>
        {reason && <span className="muted">{reason}</span>}
      </div>
      <ul>
        {changes.map((change) => (
          <ChangeRow
            key={change.concept}
            change={change}
            standing={snapshot?.concepts.find(({ concept }) => concept === change.concept)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChangeRowProps {
  change: Submission["mastery"][number];
  standing: MasterySnapshot["concepts"][number] | undefined;
}

function ChangeRow({ change, standing }: ChangeRowProps) {
  const { name, before, after } = change;
  // An older submission's interval is not kept: only today's number has today's jaws.
  const current = standing && percent(standing.score) === percent(after) ? standing : undefined;
  return (
    <li>
      <span>{name}</span>
      <span className="num">
        <ChangeText before={percent(before)} after={percent(after)} />
      </span>
      <Gauge
        name={name}
        score={after}
        low={current?.low ?? after}
        high={current?.high ?? after}
        {...(current && current.status !== "locked" ? { status: current.status } : {})}
        {...(percent(before) === percent(after) ? {} : { before })}
      />
    </li>
  );
}

function ChangeText({ before, after }: { before: number; after: number }) {
  if (before === after) return <>{after}, as before</>;
  const up = after > before;
  return (
    <>
      {before} to {after}{" "}
      <span className={up ? "up" : "down"}>
        <span aria-hidden="true">{up ? "\u25B2" : "\u25BC"}</span>
        <span className="vh">{up ? "up" : "down"}</span> {Math.abs(after - before)}
      </span>
    </>
  );
}
