import type { StreamControl } from "@mastery/contracts/learner-event";
import type { Topic } from "@mastery/contracts/topic";
import type { ServerResponse } from "node:http";
import type { z } from "zod";
import { controlText, type Frame, greeting, heartbeat } from "./frame.ts";
import type { RealtimeLimits } from "./limits.ts";
import type { Listener, ResetReason, Room } from "./listener.ts";
import { metrics } from "./metrics.ts";
import type { Flushable } from "./write-batch.ts";

export type ClosingReason = z.infer<(typeof StreamControl)["stream.closing"]>["reason"];

export interface ConnectionOptions {
  readonly response: ServerResponse;
  readonly topics: readonly Topic[];
  /** When the token expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly now: number;
  readonly limits: RealtimeLimits;
  readonly flushLater: (flushable: Flushable) => void;
}

/**
 * One open response. It never waits for its reader: what is not read yet is bounded in frames and in bytes, and beyond
 * that the stream ends with `stream.reset`. It has no timers of its own; `tick` is called every second for all.
 */
export class Connection implements Listener, Flushable {
  readonly topics: ReadonlySet<Topic>;
  readonly #response: ServerResponse;
  readonly #limits: RealtimeLimits;
  readonly #flushLater: (flushable: Flushable) => void;
  readonly #expiresAt: number;
  readonly #written = () => this.#checkRoom();
  #pending: string[] = [];
  #pendingLength = 0;
  #wroteAt: number;
  #now: number;
  #ended: { at: number } | undefined;
  #waitsForRoom: { until: number; settle: (answer: Room) => void } | undefined;

  constructor(options: ConnectionOptions) {
    this.topics = new Set(options.topics);
    this.#response = options.response;
    this.#limits = options.limits;
    this.#flushLater = options.flushLater;
    this.#expiresAt = options.expiresAt;
    this.#wroteAt = options.now;
    this.#now = options.now;
    this.#response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    });
    this.#response.write(greeting(this.#limits.reconnectMs));
    this.#response.on("close", () => this.#answerRoom("gone"));
    // A reader that vanished mid-write; `close` follows.
    this.#response.on("error", () => this.#response.destroy());
  }

  ready(head: number): void {
    this.#queue(controlText("stream.ready", { head, expiresAt: new Date(this.#expiresAt).toISOString() }));
  }

  deliver(frame: Frame): "taken" | "full" {
    const { pendingFramesMax, pendingCharactersMax, bufferedBytesMax } = this.#limits;
    // A burst within one turn is no fault of the reader's: only what was written before counts as not read.
    if (this.#response.writableLength > bufferedBytesMax) return "full";
    if (this.#pending.length >= pendingFramesMax || this.#pendingLength > pendingCharactersMax) return "full";
    this.#queue(frame.text);
    return "taken";
  }

  reset(head: number, reason: ResetReason): void {
    if (reason === "slow-reader") this.#dropPending();
    this.#queue(controlText("stream.reset", { head, reason }));
    if (reason === "slow-reader") this.#end();
  }

  close(reason: ClosingReason): void {
    if (this.#ended) return;
    metrics.closings.inc({ reason });
    this.#queue(controlText("stream.closing", { reason }));
    this.#end();
  }

  async room(patienceMs: number): Promise<Room> {
    if (this.#ended || this.#response.destroyed) return "gone";
    if (this.#unread() < this.#limits.replayBufferedBytesMax) return "room";
    return new Promise((resolve) => {
      this.#waitsForRoom = { until: this.#now + patienceMs, settle: resolve };
    });
  }

  /** Whatever is due: the end of the token, a heartbeat, a reader that takes nothing any more. */
  tick(now: number): void {
    this.#now = now;
    if (this.#ended) {
      if (now - this.#ended.at >= this.#limits.lingerMs) this.#response.destroy();
      return;
    }
    if (now >= this.#expiresAt) return this.close("token-expiring");
    if (this.#waitsForRoom && now >= this.#waitsForRoom.until) this.#answerRoom("stalled");
    if (now - this.#wroteAt >= this.#limits.heartbeatMs && !this.#response.writableNeedDrain) {
      this.#queue(heartbeat);
    }
  }

  flush(): void {
    if (this.#pending.length === 0) return;
    const text = this.#pending.length === 1 ? this.#pending[0] : this.#pending.join("");
    this.#dropPending();
    if (!this.#response.writableEnded && !this.#response.destroyed) this.#response.write(text, this.#written);
  }

  #queue(text: string): void {
    if (this.#ended) return;
    if (this.#pending.length === 0) this.#flushLater(this);
    this.#pending.push(text);
    this.#wroteAt = this.#now;
    this.#pendingLength += text.length;
  }

  #dropPending(): void {
    this.#pending = [];
    this.#pendingLength = 0;
  }

  /** What the reader has not taken yet, in bytes; what waits for the end of the turn counts by its characters. */
  #unread(): number {
    return this.#response.writableLength + this.#pendingLength;
  }

  #checkRoom(): void {
    if (this.#unread() < this.#limits.replayBufferedBytesMax) this.#answerRoom("room");
  }

  #answerRoom(answer: Room): void {
    this.#waitsForRoom?.settle(answer);
    this.#waitsForRoom = undefined;
  }

  /** The reader has `lingerMs` to take what was written last. */
  #end(): void {
    this.flush();
    this.#ended = { at: this.#now };
    this.#response.end();
    this.#answerRoom("gone");
  }
}
