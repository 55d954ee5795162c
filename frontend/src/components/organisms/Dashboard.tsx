"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { preloadMonaco } from "../../lib/editor/load-monaco.ts";
import { useChanges } from "../../lib/hooks/useChanges.ts";
import { useMastery } from "../../lib/hooks/useMastery.ts";
import { useSession } from "../../lib/hooks/useSession.ts";
import { visibleChanges } from "../../lib/live/visible-changes.ts";
import { MapPane } from "./MapPane.tsx";
import { NextPane } from "./NextPane.tsx";
import { RecentPane } from "./RecentPane.tsx";
import { WherePane } from "./WherePane.tsx";

/** A learner's own view. Somebody who teaches is led to their class. */
export function Dashboard() {
  const { user } = useSession();
  const router = useRouter();
  const teaches = user !== undefined && user.role !== "student";
  useEffect(() => {
    if (teaches) router.replace("/class");
  }, [router, teaches]);
  const studentId = user?.studentId;
  const { data: mastery } = useMastery(studentId);
  const changes = visibleChanges(useChanges(studentId), mastery);
  const ready = mastery !== undefined;
  // An exercise opens at once then. Not before the page itself stands, which comes first.
  useEffect(() => (ready ? preloadMonaco() : undefined), [ready]);
  if (teaches) return <h1 className="vh">Dashboard</h1>;
  return (
    <>
      <h1 className="vh">Dashboard</h1>
      <div className="panes dash">
        <WherePane studentId={studentId} changes={changes} />
        <NextPane studentId={studentId} />
        <MapPane studentId={studentId} changes={changes} />
        <RecentPane studentId={studentId} />
      </div>
    </>
  );
}
