import type { ClassView } from "@mastery/contracts/class";
import type { LearnerEvent } from "@mastery/contracts/learner-event";
import type { MasterySnapshot } from "@mastery/contracts/mastery";
import type { Submission, SubmissionPage } from "@mastery/contracts/submission";
import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../query-keys.ts";
import type { Reading, StreamOwner } from "../sse-inbox.ts";
import { changedForMs, changesOf, type Changes } from "./changes.ts";
import { patchClass } from "./patch-class.ts";
import { patchMastery } from "./patch-mastery.ts";
import { patchProgress, type Progress } from "./patch-progress.ts";
import { patchSubmission, patchSubmissionPage, type SubmissionNews } from "./patch-submission.ts";

export type After = (ms: number, run: () => void) => void;

/** Brings the cache up to what a frame of the stream said. Only what an event touches renders again. */
export function applyReading(cache: QueryClient, owner: StreamOwner, reading: Reading, after: After): void {
  switch (reading.type) {
    case "event":
      applyEvent(cache, reading.event, reading.sequence);
      markChanges(cache, ownerId(owner), changesOf(reading.event), after);
      return;
    case "begun":
      // A snapshot still on its way may have been read before the stream's head, too.
      cache.setQueryData<number>(queryKeys.seen(ownerId(owner)), reading.head);
      if (snapshotIsOlder(cache, owner, reading.head)) void cache.invalidateQueries();
      return;
    case "reset":
      void cache.invalidateQueries();
      return;
    case "closing":
    case "ignored":
      return;
  }
}

/** The number of the last event that this owner's cached snapshot contains, if there is one. */
export function snapshotPosition(cache: QueryClient, owner: StreamOwner): number | undefined {
  return owner.kind === "learner"
    ? cache.getQueryData<MasterySnapshot>(queryKeys.mastery(owner.studentId))?.asOfEvent
    : cache.getQueryData<ClassView>(queryKeys.class(owner.classId))?.asOfEvent;
}

function snapshotIsOlder(cache: QueryClient, owner: StreamOwner, head: number): boolean {
  const position = snapshotPosition(cache, owner);
  return position !== undefined && position < head;
}

function applyEvent(cache: QueryClient, event: LearnerEvent, sequence = 0): void {
  switch (event.type) {
    case "mastery.updated":
      if (event.studentId === undefined) return;
      cache.setQueryData<number>(queryKeys.seen(event.studentId), sequence);
      cache.setQueryData<MasterySnapshot>(
        queryKeys.mastery(event.studentId),
        (known) => known && patchMastery(known, event.data, sequence),
      );
      // The numbers are right already; the reasons behind them come with a fresh snapshot.
      void cache.invalidateQueries({ queryKey: queryKeys.mastery(event.studentId) });
      void cache.invalidateQueries({ queryKey: queryKeys.recommendations(event.studentId) });
      return;
    case "submission.queued":
      return applySubmission(cache, event.studentId, { ...event, at: event.timestamp });
    case "submission.running":
      return applySubmission(cache, event.studentId, { ...event, at: event.timestamp });
    case "submission.graded":
      applySubmission(cache, event.studentId, { ...event, at: event.timestamp });
      void cache.invalidateQueries({ queryKey: queryKeys.submission(event.data.submissionId) });
      void cache.invalidateQueries({ queryKey: queryKeys.exercises() });
      return;
    case "submission.progress":
      cache.setQueryData<Progress>(queryKeys.progress(event.data.submissionId), (known) =>
        patchProgress(known, event.data),
      );
      return;
    case "class.activity":
      cache.setQueryData<number>(queryKeys.seen(event.data.classId), sequence);
      cache.setQueryData<ClassView>(
        queryKeys.class(event.data.classId),
        (known) => known && patchClass(known, event.data, sequence),
      );
      return;
    case "flags.changed":
      void cache.invalidateQueries({ queryKey: queryKeys.flags() });
      return;
    case "system.notice":
    case "skills.changed":
      return;
  }
}

function applySubmission(cache: QueryClient, studentId: string | undefined, news: SubmissionNews): void {
  cache.setQueryData<Submission>(
    queryKeys.submission(news.data.submissionId),
    (known) => known && patchSubmission(known, news),
  );
  if (studentId === undefined) return;
  const lists = cache.getQueriesData<SubmissionPage>({ queryKey: queryKeys.submissions(studentId) });
  for (const [key, page] of lists) {
    const [, , filter] = key as ReturnType<typeof queryKeys.submissionsOf>; // every list's key is made there
    const wanted = filter.exercise === undefined || filter.exercise === news.data.exercise;
    if (page && wanted) cache.setQueryData<SubmissionPage>(key, patchSubmissionPage(page, news));
  }
}

function markChanges(cache: QueryClient, id: string, changes: Changes, after: After): void {
  if (Object.keys(changes).length === 0) return;
  const key = queryKeys.changes(id);
  cache.setQueryData<Changes>(key, (known) => ({ ...known, ...changes }));
  after(changedForMs, () => {
    cache.setQueryData<Changes>(key, (known) => {
      // A number that has changed again meanwhile keeps its newer mark.
      const left = Object.entries(known ?? {}).filter(([subject, change]) => changes[subject] !== change);
      return Object.fromEntries(left);
    });
  });
}

function ownerId(owner: StreamOwner): string {
  return owner.kind === "learner" ? owner.studentId : owner.classId;
}
