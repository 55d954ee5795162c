import type { EventData } from "@mastery/contracts/event-data";

type Notice = EventData<"submission.progress">;

/** A running submission's tests, in their places; undefined where one has not finished. */
export interface Progress {
  readonly total: number;
  readonly tests: readonly (Notice["test"] | undefined)[];
}

export function patchProgress(progress: Progress | undefined, notice: Notice): Progress {
  const tests = Array.from({ length: notice.total }, (_unused, index) =>
    index === notice.index ? notice.test : progress?.tests[index],
  );
  return { total: notice.total, tests };
}
