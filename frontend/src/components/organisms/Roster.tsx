"use client";

import type { ClassView } from "@mastery/contracts/class";
import type { ClassMember } from "@mastery/contracts/class";
import { useState } from "react";
import { firstSorting, sortMembers, type SortKey } from "../../lib/class/sort-members.ts";
import type { HelpNeeded } from "../../lib/class/who-needs-help.ts";
import type { Changes } from "../../lib/live/changes.ts";
import { Pane } from "../molecules/Pane.tsx";
import { RosterRow } from "../molecules/RosterRow.tsx";
import { SortHeader } from "../molecules/SortHeader.tsx";

interface RosterProps {
  view: ClassView;
  changes: Changes;
  needed: readonly HelpNeeded[];
  working: readonly ClassMember[];
  now: number | undefined;
}

/** Everybody in the class in one table. A row that has just changed is marked for a moment. */
export function Roster({ view, changes, needed, working, now }: RosterProps) {
  const [sorting, setSorting] = useState(firstSorting.name);
  const members = sortMembers(view.members, sorting);
  const choose = (by: SortKey) =>
    setSorting(sorting.by === by ? { by, descending: !sorting.descending } : firstSorting[by]);
  const header = (by: SortKey, title: string, className?: string) => (
    <SortHeader title={title} by={by} sorting={sorting} choose={choose} className={className} />
  );
  const hintOf = (id: string) => {
    const help = needed.find(({ member }) => member.studentId === id);
    return help?.because.type ?? (working.some(({ studentId }) => studentId === id) ? "working" : undefined);
  };
  return (
    <Pane className="full" title="How is everybody?">
      {members.length === 0 ? (
        <div className="empty">
          <p>
            <strong>Nobody has joined yet.</strong>
            <br />
            <span className="muted">Give your learners the invite link; they show up here as they join.</span>
          </p>
        </div>
      ) : (
        <table className="roster">
          <thead>
            <tr>
              {header("name", "Learner")}
              {header("mastery", "Mastery", "span")}
              <th scope="col" className="wide-only">
                Last exercise
              </th>
              {header("active", "Active", "end")}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <RosterRow
                key={member.studentId}
                classId={view.classId}
                member={member}
                changed={member.studentId in changes}
                hint={hintOf(member.studentId)}
                now={now}
              />
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}
