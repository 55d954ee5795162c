import { Topic } from "@mastery/contracts/topic";
import type { Frame } from "../src/frame.ts";
import type { Listener, ResetReason, Room } from "../src/listener.ts";

/** A listener that keeps all it is given, and has room for `capacity` frames. */
export class RecordingListener implements Listener {
  readonly topics: ReadonlySet<Topic>;
  readonly frames: Frame[] = [];
  readonly heads: number[] = [];
  readonly resets: { head: number; reason: ResetReason }[] = [];
  capacity = Number.POSITIVE_INFINITY;
  answerRoom: () => Promise<Room> = async () => "room";

  constructor(topics: Iterable<Topic> = Topic.options) {
    this.topics = new Set(topics);
  }

  ready(head: number): void {
    this.heads.push(head);
  }

  deliver(frame: Frame): "taken" | "full" {
    if (this.frames.length >= this.capacity) return "full";
    this.frames.push(frame);
    return "taken";
  }

  reset(head: number, reason: ResetReason): void {
    this.resets.push({ head, reason });
  }

  room() {
    return this.answerRoom();
  }

  /** The numbers it was given, in the order they came; notices have none. */
  get sequences(): number[] {
    return this.frames.flatMap(({ text }) => /^id: (\d+)$/m.exec(text)?.[1] ?? []).map(Number);
  }

  /** The ids of the events it was given. */
  get eventIds(): string[] {
    return this.frames.map(({ text }) => {
      const data: { id: string } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "{}");
      return data.id;
    });
  }
}
