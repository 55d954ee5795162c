import { LearnerEvent, StreamControl } from "@mastery/contracts/learner-event";
import { parseJson } from "./parse-json.ts";

/** Whose stream this is: one learner's own, or a class that a teacher watches. */
export type StreamOwner =
  | { readonly kind: "learner"; readonly studentId: string }
  | { readonly kind: "class"; readonly classId: string };

/** One frame as it came over the wire, or from another tab. */
export interface Frame {
  readonly event: string;
  readonly id?: string | undefined;
  readonly data: string;
}

/** What this tab has seen: the number of the newest event, undefined before it knows where the stream stands. */
export interface Inbox {
  readonly owner: StreamOwner;
  readonly lastId: number | undefined;
}

export type Reading =
  | { readonly type: "event"; readonly event: LearnerEvent; readonly sequence: number | undefined }
  /** The position from which this tab follows: older facts must be fetched. */
  | { readonly type: "begun"; readonly head: number }
  /** Missed events can no longer be replayed: fetch everything again. */
  | { readonly type: "reset" }
  | { readonly type: "closing"; readonly reason: ClosingReason }
  | { readonly type: "ignored"; readonly why: "seen" | "foreign" | "unreadable" | "nothing-new" };

export type ClosingReason = "token-expiring" | "membership-lost" | "server-leaving" | "unsubscribed";

/** Takes one frame in: what it means, and what has been seen now. An event is delivered once, in order, to its owner. */
export function readFrame(inbox: Inbox, frame: Frame): { reading: Reading; inbox: Inbox } {
  const json = parseJson(frame.data);
  if (frame.event.startsWith("stream.")) return readControl(inbox, frame.event, json);
  const sequence = frame.id !== undefined && /^\d+$/.test(frame.id) ? Number(frame.id) : undefined;
  if (sequence !== undefined && inbox.lastId !== undefined && sequence <= inbox.lastId) {
    return { reading: { type: "ignored", why: "seen" }, inbox };
  }
  // An event that cannot be used is passed over for good; asking for it again would not help.
  const seen = sequence === undefined ? inbox : { ...inbox, lastId: sequence };
  const event = LearnerEvent.safeParse(json);
  if (!event.success) return { reading: { type: "ignored", why: "unreadable" }, inbox: seen };
  if (!isOwn(inbox.owner, event.data)) return { reading: { type: "ignored", why: "foreign" }, inbox: seen };
  return { reading: { type: "event", event: event.data, sequence }, inbox: seen };
}

function readControl(inbox: Inbox, name: string, json: unknown): { reading: Reading; inbox: Inbox } {
  const ready = name === "stream.ready" && StreamControl["stream.ready"].safeParse(json).data;
  if (ready) {
    if (inbox.lastId !== undefined) return { reading: { type: "ignored", why: "nothing-new" }, inbox };
    return { reading: { type: "begun", head: ready.head }, inbox: { ...inbox, lastId: ready.head } };
  }
  const reset = name === "stream.reset" && StreamControl["stream.reset"].safeParse(json).data;
  if (reset) return { reading: { type: "reset" }, inbox: { ...inbox, lastId: reset.head } };
  const closing = name === "stream.closing" && StreamControl["stream.closing"].safeParse(json).data;
  if (closing) return { reading: { type: "closing", reason: closing.reason }, inbox };
  return { reading: { type: "ignored", why: "unreadable" }, inbox };
}

/** Notices to everyone name nobody; an event that names somebody must name the owner. */
function isOwn(owner: StreamOwner, event: LearnerEvent): boolean {
  if (owner.kind === "learner") {
    return event.studentId === undefined || event.studentId === owner.studentId;
  }
  return event.classId === undefined || event.classId === owner.classId;
}
