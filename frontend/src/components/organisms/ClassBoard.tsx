"use client";

import type { ClassView } from "@mastery/contracts/class";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { addVerdict, classVerdicts, type ClassVerdict } from "../../lib/class/class-verdicts.ts";
import { whoIsWorking, whoNeedsHelp } from "../../lib/class/who-needs-help.ts";
import { useChanges } from "../../lib/hooks/useChanges.ts";
import { useClass } from "../../lib/hooks/useClass.ts";
import { useLiveEvents } from "../../lib/hooks/useLiveEvents.ts";
import { useNow } from "../../lib/hooks/useNow.ts";
import { useWatchClass } from "../../lib/hooks/useWatchClass.ts";
import { Figure } from "../atoms/Figure.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { ClassBones } from "../molecules/ClassBones.tsx";
import { HelpList } from "../molecules/HelpList.tsx";
import { InviteCode } from "../molecules/InviteCode.tsx";
import { Pane } from "../molecules/Pane.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { StaleNote } from "../molecules/StaleNote.tsx";
import { StatusItems } from "../molecules/StatusItems.tsx";
import { VerdictFeed } from "../molecules/VerdictFeed.tsx";
import { WorkingList } from "../molecules/WorkingList.tsx";
import { Roster } from "./Roster.tsx";

/** One class, live: who needs help, how everybody stands, what was handed in. */
export function ClassBoard({ classId }: { classId: string }) {
  const { data, error, refetch, isFetching, dataUpdatedAt } = useClass(classId);
  const [followed, setFollowed] = useState<readonly ClassVerdict[]>([]);
  useWatchClass(classId);
  useLiveEvents((event) => {
    if (event.type === "class.activity" && event.data.classId === classId)
      setFollowed((known) => addVerdict(known, event.data));
  });
  const retry = () => void refetch();
  if (data) {
    return (
      <>
        {error && (
          <StaleNote since={new Date(dataUpdatedAt).toISOString()} retry={retry} retrying={isFetching} />
        )}
        <ClassPanes view={data} verdicts={classVerdicts(data.members, followed)} />
        <LastSaid verdict={followed[0]} />
      </>
    );
  }
  if (!error) return <ClassBones />;
  return (
    <section className="pane grow">
      <h1>Class</h1>
      <PaneFault what="This class" error={error} retry={retry} retrying={isFetching} />
    </section>
  );
}

const tickMs = 5_000;

function ClassPanes({ view, verdicts }: { view: ClassView; verdicts: readonly ClassVerdict[] }) {
  const now = useNow(tickMs);
  const changes = useChanges(view.classId);
  const { members, classId } = view;
  const needed = now === undefined ? [] : whoNeedsHelp(members, verdicts, now);
  const working = now === undefined ? [] : whoIsWorking(members, now);
  const demo = members.some((member) => member.demo);
  return (
    <>
      <div className="figures">
        <h1>{view.name}</h1>
        <dl>
          <Figure value={members.length} name={members.length === 1 ? "learner" : "learners"} />
          <Figure value={working.length} name="working now" />
          <Figure value={needed.length} name={needed.length === 1 ? "needs you" : "need you"} />
        </dl>
        {demo && (
          <span className="tag demo">
            <Icon of={FlaskConical} />
            Demo data: these learners are made up
          </span>
        )}
        <InviteCode code={view.inviteCode} />
      </div>
      <div className="panes class">
        <Pane title="Who needs you?" aside={<Count of={needed.length} among={members.length} />}>
          <HelpList classId={classId} needed={needed} />
          <h2 className="second">Working now</h2>
          <WorkingList classId={classId} working={working} />
        </Pane>
        <Roster view={view} changes={changes} needed={needed} working={working} now={now} />
        <Pane title="Verdicts">
          <VerdictFeed classId={classId} verdicts={verdicts} />
        </Pane>
      </div>
      <StatusItems>
        <span>
          {view.courseTitle}
          {demo && ", demo data"}
        </span>
      </StatusItems>
    </>
  );
}

function Count({ of: count, among }: { of: number; among: number }) {
  return (
    <span className="tag num">
      {count} of {among}
    </span>
  );
}

/** For a screen reader: what has just come in. */
function LastSaid({ verdict }: { verdict: ClassVerdict | undefined }) {
  return (
    <div className="vh" aria-live="polite">
      {verdict && `${verdict.displayName}: ${verdict.title}, ${verdict.status}.`}
    </div>
  );
}
