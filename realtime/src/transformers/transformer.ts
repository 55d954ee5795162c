import type { CloudEvent } from "@mastery/contracts/cloud-event";
import { eventData, type EventData, type EventType } from "@mastery/contracts/event-data";
import type { LearnerEvent } from "@mastery/contracts/learner-event";
import { type StreamKind, streamOwner } from "@mastery/contracts/stream";
import { topicOf } from "@mastery/contracts/topic";

export type Transformed =
  | { readonly type: "readable"; readonly event: LearnerEvent }
  | { readonly type: "unreadable"; readonly reason: string };

/** Makes a browser's event of a bus's event, or says why it cannot. Pure. */
export type Transformer = (event: CloudEvent) => Transformed;

/** How one event type, version 1, becomes what a browser gets. */
export interface Rule<T extends EventType> {
  readonly type: T;
  /** Streams it may stand on; `everyone` for notices without a stream. */
  readonly on: readonly (StreamKind | "everyone")[];
  readonly priority: (data: EventData<T>) => LearnerEvent["priority"];
  /** A reason to refuse data that parses but does not belong where it stands. */
  readonly refuse?: (data: EventData<T>, owner: string) => string | undefined;
}

/** Keeps id, time and correlation id; an event of another shape, or on a stream of another kind, is unreadable. */
export function transformer<T extends EventType>(rule: Rule<T>): Transformer {
  return (event) => {
    const owner = event.subject === undefined ? undefined : streamOwner(event.subject);
    const kind = owner?.kind ?? "everyone";
    if (!rule.on.includes(kind)) return unreadable(`${rule.type} does not belong to: ${kind}`);

    const parsed = eventData[rule.type].safeParse(event.data);
    if (!parsed.success) return unreadable(firstIssue(parsed.error));
    // The compiler loses the link between a key and its schema's type; both come from the same `rule.type`.
    const data = parsed.data as EventData<T>;
    const refused = rule.refuse?.(data, owner?.id ?? "");
    if (refused !== undefined) return unreadable(refused);

    const wire = {
      id: event.id,
      type: rule.type,
      ...(kind === "learner" ? { studentId: owner?.id } : {}),
      ...(kind === "class" ? { classId: owner?.id } : {}),
      priority: rule.priority(data),
      timestamp: event.time,
      data,
      metadata: {
        source: event.source,
        topic: topicOf[rule.type],
        version: 1,
        ...(event.correlationid === undefined ? {} : { correlationId: event.correlationid }),
        publishedAt: event.time,
      },
    };
    // Same lost link: `type` and `data` belong together by construction.
    return { type: "readable", event: wire as LearnerEvent };
  };
}

export function unreadable(reason: string): Transformed {
  return { type: "unreadable", reason };
}

type Issues = { readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[] };

function firstIssue({ issues }: Issues): string {
  const issue = issues[0];
  return `data.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unreadable"}`;
}
