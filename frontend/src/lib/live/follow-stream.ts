import type { ApiClient } from "../api-client.ts";
import { tabPorts } from "../browser-ports.ts";
import { createOpenStream } from "../open-stream.ts";
import { createSharedStream, type SharedListener, type SharedStream } from "../shared-stream.ts";
import type { StreamOwner } from "../sse-inbox.ts";
import { createEventStream } from "../sse.ts";

/** The shared stream on this browser's own means: its network, clock, chance, locks and channels. */
export function followStream(
  api: ApiClient,
  owner: StreamOwner,
  startAt: number | undefined,
  listener: SharedListener,
): SharedStream {
  const id = owner.kind === "learner" ? owner.studentId : owner.classId;
  const fetcher: typeof fetch = (...call) => fetch(...call);
  const open = createOpenStream(api, owner, { fetch: fetcher, now: () => Date.now() });
  return createSharedStream(
    owner,
    startAt,
    {
      ...tabPorts(`mastery-stream-${owner.kind}-${id}`),
      makeStream: (streamListener) =>
        createEventStream(
          {
            open,
            now: () => Date.now(),
            random: () => Math.random(),
            after: (ms, run) => {
              const timer = setTimeout(run, ms);
              return () => clearTimeout(timer);
            },
          },
          streamListener,
        ),
    },
    listener,
  );
}
