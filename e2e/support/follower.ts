import { LearnerEvent } from "@mastery/contracts/learner-event";
import { Subscription } from "@mastery/contracts/subscription";
import { createParser } from "eventsource-parser";
import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "./api.ts";

const retryMs = 100;

export interface Received {
  /** The stream's number of the event. */
  readonly sequence: number;
  readonly event: LearnerEvent;
}

export interface Follower {
  /** Every numbered event, each once, in the order of arrival. */
  readonly received: readonly Received[];
  /** Resolves once an event satisfies the condition, those received before included. */
  until(condition: (received: Received) => boolean): Promise<Received>;
  stop(): Promise<void>;
}

/**
 * Follows a learner's stream as a browser does: subscribes, resumes after its last id whenever the connection ends,
 * and drops ids it has seen. `api` is asked anew for each connection, because sign-ins change.
 */
export function follow(api: () => Api): Follower {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const stopping = new AbortController();
  let subscriptionId: string | undefined;

  function take(sequence: number, event: LearnerEvent): void {
    if (sequence <= (received.at(-1)?.sequence ?? 0)) return;
    received.push({ sequence, event });
    for (const wake of waiting) wake();
  }

  async function connectOnce(): Promise<void> {
    const caller = api();
    subscriptionId ??= await subscribe(caller);
    const last = received.at(-1)?.sequence ?? 0;
    const path = `/api/events/stream?subscriptionId=${subscriptionId}&lastEventId=${last}`;
    const response = await caller.raw(path, { signal: stopping.signal });
    if (response.status === 404) subscriptionId = undefined;
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return;
    }
    const parser = createParser({
      onEvent({ id, data }) {
        if (id !== undefined) take(Number(id), LearnerEvent.parse(JSON.parse(data)));
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body) parser.feed(decoder.decode(chunk, { stream: true }));
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await connectOnce();
      } catch {
        // Whatever broke the connection, the next one resumes where this one ended.
      }
      await delay(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const running = run();
  return {
    received,
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          const found = received.find(condition);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function subscribe(api: Api): Promise<string> {
  const { studentId } = api.session.user;
  const answer = await api.post("/api/dapr/subscribe", { topics: ["submissions", "mastery"], studentId });
  return Subscription.parse(await answer.json()).subscriptionId;
}
