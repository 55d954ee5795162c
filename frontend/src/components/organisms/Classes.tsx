"use client";

import Link from "next/link";
import { useClasses } from "../../lib/hooks/useClasses.ts";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { RowBones } from "../molecules/RowBones.tsx";
import { ClassBoard } from "./ClassBoard.tsx";

/** The one class somebody teaches, or the choice among several. */
export function Classes() {
  const { data, error, refetch, isFetching } = useClasses();
  const [only, ...others] = data?.classes ?? [];
  if (only && others.length === 0) return <ClassBoard classId={only.classId} />;
  return (
    <section className="pane grow">
      <h1>Your classes</h1>
      {data ? (
        only ? (
          <ul className="people wide">
            {data.classes.map(({ classId, name, learners }) => (
              <li key={classId}>
                <span />
                <Link href={`/class/${classId}`}>{name}</Link>
                <span className="tag num">
                  {learners} {learners === 1 ? "learner" : "learners"}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="lead muted">
            You do not teach a class yet. Whoever runs this server can make one for you.
          </p>
        )
      ) : error ? (
        <PaneFault what="Your classes" error={error} retry={() => void refetch()} retrying={isFetching} />
      ) : (
        <RowBones label="Loading your classes" count={3} height="3rem" />
      )}
    </section>
  );
}
