import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import { eventFrame, type Frame } from "./frame.ts";
import type { ResetReason, Seat } from "./listener.ts";
import { metrics } from "./metrics.ts";
import { transform } from "./transformers/transform.ts";
import type { Unreadable } from "./unreadable.ts";

/** One stream that somebody follows, and how far this hub got in it. Everything here is synchronous. */
export class OpenStream {
  readonly name: StreamName;
  readonly seats = new Set<Seat>();
  /** Number of the last event that went out; undefined until the log has named the head. */
  position: number | undefined;
  /** The highest number heard of, on the bus or in the log. */
  newest = 0;
  /** Whether it is being brought up to date from the log, or waits for its turn. */
  healing = false;
  readonly #unreadable: Unreadable;

  constructor(name: StreamName, unreadable: Unreadable) {
    this.name = name;
    this.#unreadable = unreadable;
  }

  heardOf(sequence: number): void {
    if (sequence > this.newest) this.newest = sequence;
  }

  /** Where the log stands when the stream opens. Events up to here are for replays. */
  startAt(head: number): void {
    this.position = head;
    this.heardOf(head);
  }

  /** Whether somebody waits for events that it heard of but does not have. */
  isBehind(): boolean {
    return this.seats.size > 0 && this.position !== undefined && this.position < this.newest;
  }

  /** Takes an event from the bus or the log if it is the next one; `gap` when some before it are missing. */
  offer(event: CloudEvent, sequence: number): "delivered" | "repeated" | "gap" {
    this.heardOf(sequence);
    if (this.position === undefined || sequence > this.position + 1) return "gap";
    if (sequence <= this.position) return "repeated";
    this.#fanOut(event, sequence);
    return "delivered";
  }

  /** Takes an event of the log over the numbers before it, which the log does not hold. */
  passOver(event: CloudEvent, sequence: number): void {
    this.heardOf(sequence);
    if (this.position !== undefined && sequence > this.position) this.#fanOut(event, sequence);
  }

  /** One stream is one order, whatever the topics: they filter only here, behind it. */
  #fanOut(event: CloudEvent, sequence: number): void {
    this.position = sequence;
    const frame = this.frameOf(event, sequence);
    let delivered = 0;
    for (const seat of this.seats) {
      if (seat.live && sequence > seat.position && this.give(seat, frame(), sequence)) delivered++;
    }
    if (delivered > 0) metrics.delivered.inc(delivered);
  }

  /** Serialises at most once, and only when somebody takes it. Undefined for an event that cannot be read. */
  frameOf(event: CloudEvent, sequence: number): () => Frame | undefined {
    const transformed = transform(event);
    if (transformed.type === "unreadable") {
      this.#unreadable.report(event, transformed.reason);
      return () => undefined;
    }
    let frame: Frame | undefined;
    return () => (frame ??= eventFrame(transformed.event, sequence));
  }

  /** Moves a seat on to an event, and gives it the frame if it is of its topics; says whether it took one. */
  give(seat: Seat, frame: Frame | undefined, sequence: number): boolean {
    seat.position = sequence;
    if (frame === undefined || !seat.listener.topics.has(frame.topic)) return false;
    if (seat.listener.deliver(frame) === "taken") return true;
    this.reset(seat, "slow-reader");
    return false;
  }

  /** A frame that stands in no order and in no log. */
  notify(frame: Frame): void {
    for (const seat of this.seats) {
      if (!seat.live || !seat.listener.topics.has(frame.topic)) continue;
      if (seat.listener.deliver(frame) === "full") this.reset(seat, "slow-reader");
    }
  }

  /** Sends a seat on to the newest event; what lies between is for it to fetch anew. */
  reset(seat: Seat, reason: ResetReason): void {
    metrics.resets.inc({ reason });
    seat.position = this.newest;
    if (reason === "slow-reader") this.leave(seat);
    seat.listener.reset(this.newest, reason);
  }

  /** The log does not hold what comes next: goes on from `head`. A replay that is under way finds out by itself. */
  jumpTo(head: number, reason: ResetReason): void {
    this.position = head;
    this.newest = head;
    for (const seat of this.seats) {
      if (seat.position > head || (seat.live && seat.position < head)) this.reset(seat, reason);
    }
  }

  leave(seat: Seat): void {
    seat.left = true;
    seat.live = false;
    this.seats.delete(seat);
  }
}
