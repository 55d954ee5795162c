"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, FlaskConical } from "lucide-react";
import Link from "next/link";
import { useChanges } from "../../lib/hooks/useChanges.ts";
import { useClass } from "../../lib/hooks/useClass.ts";
import { useLiveEvents } from "../../lib/hooks/useLiveEvents.ts";
import { useWatchClass } from "../../lib/hooks/useWatchClass.ts";
import type { Changes } from "../../lib/live/changes.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { Icon } from "../atoms/Icon.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { MapPane } from "./MapPane.tsx";
import { RecentPane } from "./RecentPane.tsx";
import { WherePane } from "./WherePane.tsx";

interface LearnerBoardProps {
  classId: string;
  studentId: string;
}

const nothing: Changes = {};

/** What a learner sees of themselves, for their teacher to read. */
export function LearnerBoard({ classId, studentId }: LearnerBoardProps) {
  const { data, error, refetch, isFetching } = useClass(classId);
  const changes = useChanges(classId);
  const cache = useQueryClient();
  useWatchClass(classId);
  useLiveEvents((event) => {
    if (event.type !== "class.activity" || event.data.studentId !== studentId) return;
    // The class hears that something happened; the numbers behind it are the learner's own.
    void cache.invalidateQueries({ queryKey: queryKeys.mastery(studentId) });
    void cache.invalidateQueries({ queryKey: queryKeys.submissions(studentId) });
  });
  const member = data?.members.find((each) => each.studentId === studentId);
  if (data && !member) return <NotInClass classId={classId} />;
  if (!data && error) {
    return (
      <section className="pane grow">
        <h1>Learner</h1>
        <PaneFault what="This class" error={error} retry={() => void refetch()} retrying={isFetching} />
      </section>
    );
  }
  const learner = member?.displayName ?? "this learner";
  return (
    <>
      <div className="figures">
        <Link className="back" href={`/class/${classId}`} prefetch={false}>
          <Icon of={ChevronLeft} />
          {data?.name ?? "Class"}
        </Link>
        <h1>{member?.displayName ?? "Learner"}</h1>
        {member?.demo && (
          <span className="tag demo">
            <Icon of={FlaskConical} />
            Demo data
          </span>
        )}
        <p className="small muted push">As they read it themselves</p>
      </div>
      <div className="panes dash">
        <WherePane
          studentId={studentId}
          learner={learner}
          changes={studentId in changes ? { overall: {} } : nothing}
        />
        <MapPane studentId={studentId} learner={learner} changes={nothing} />
        <RecentPane studentId={studentId} learner={learner} />
      </div>
    </>
  );
}

function NotInClass({ classId }: { classId: string }) {
  return (
    <section className="pane grow">
      <h1>This learner is not in your class</h1>
      <p className="lead muted">They may have left it, or the address is mistyped.</p>
      <Link href={`/class/${classId}`}>Back to the class</Link>
    </section>
  );
}
