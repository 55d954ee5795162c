"use client";

import type { ExerciseDetail } from "@mastery/contracts/exercise";
import { useState } from "react";
import { ApiError, failureText } from "../api-failure.ts";
import { useLiveEvents } from "../hooks/useLiveEvents.ts";
import { useProgress } from "../hooks/useProgress.ts";
import { useSubmission } from "../hooks/useSubmission.ts";
import { useSubmissions } from "../hooks/useSubmissions.ts";
import { useSubmit } from "../hooks/useSubmit.ts";
import { isGraded } from "../live/patch-submission.ts";
import { viewResults } from "./results-view.ts";

const listedMax = 8;

/** Handing in, following what becomes of it, and looking at earlier tries. Another tab's new try is shown here, too. */
export function useAttempts(exercise: ExerciseDetail, studentId: string | undefined) {
  const [shownId, setShownId] = useState(exercise.last?.submissionId);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  useLiveEvents((event) => {
    if (event.type === "submission.queued" && event.data.exercise === exercise.slug) {
      setShownId(event.data.submissionId);
    }
    if (event.type === "mastery.updated" && event.data.submissionId !== undefined) {
      const { submissionId, reason } = event.data;
      setReasons((known) => ({ ...known, [submissionId]: reason }));
    }
  });
  const shown = useSubmission(shownId).data;
  const progress = useProgress(shownId);
  const listed = useSubmissions(studentId, { exercise: exercise.slug, limit: listedMax });
  const submit = useSubmit();
  const tests = exercise.openTests.length + exercise.hiddenTests;
  const view = shown && viewResults(shown, progress, tests);
  const listedNow = listed.data?.submissions.map((summary) => {
    // What is on screen may be known sooner than the list, when events are late.
    const newer = summary.submissionId === shownId && view && !isGraded(summary.status) ? view : summary;
    return { ...summary, status: newer.status, passed: newer.passed, total: newer.total };
  });
  return {
    shownId,
    show: setShownId,
    shown,
    view,
    reason: shownId === undefined ? undefined : reasons[shownId],
    listed: listedNow ?? [],
    hand(code: string) {
      // The same code once more after a failure may have arrived the first time: one key for both.
      const repeated = submit.isError && submit.variables.code === code;
      const idempotencyKey = repeated ? submit.variables.idempotencyKey : crypto.randomUUID();
      submit.mutate(
        { exercise: exercise.slug, code, idempotencyKey },
        { onSuccess: ({ submissionId }) => setShownId(submissionId) },
      );
    },
    sending: submit.isPending,
    /** Waits for the network, and is then sent once. */
    waiting: submit.isPaused,
    /** The server did not answer, and is asked again. */
    retrying: submit.isPending && submit.failureCount > 0,
    refusal: submit.error ? refusalText(submit.error) : undefined,
  };
}

function refusalText(error: Error): string {
  if (!(error instanceof ApiError)) return "Something went wrong.";
  const { failure } = error;
  const first = failure.type === "problem" ? failure.errors[0] : undefined;
  return first ? `${first.path} ${first.message}.` : failureText(failure);
}
