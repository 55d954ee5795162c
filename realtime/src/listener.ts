import type { Topic } from "@mastery/contracts/topic";
import type { Frame } from "./frame.ts";

export type ResetReason = "too-old" | "unknown-id" | "slow-reader";

export type Room = "room" | "stalled" | "gone";

/** Whoever follows a stream. None of these wait for a socket, except `room`. */
export interface Listener {
  readonly topics: ReadonlySet<Topic>;
  /** Called once, before anything else: the stream's newest number. */
  ready(head: number): void;
  /** `full` when the reader is too slow to take it. */
  deliver(frame: Frame): "taken" | "full";
  /** What was missed is not replayed; the stream goes on from `head`, unless the reader is too slow: then it ends. */
  reset(head: number, reason: ResetReason): void;
  /** Waits until the reader has taken most of what it was given, or for `patienceMs`. */
  room(patienceMs: number): Promise<Room>;
}

/** A listener's place in a stream. */
export interface Seat {
  readonly listener: Listener;
  /** Number of the last event it was given, or that its topics left out. */
  position: number;
  /** False while it is still being given what it missed. */
  live: boolean;
  left: boolean;
}
