import type { CloudEvent } from "@mastery/contracts/cloud-event";

/** A bus end that keeps what it accepted, and refuses what it is told to. */
export interface RecordingBus {
  readonly accepted: CloudEvent[];
  publish(event: CloudEvent): Promise<void>;
  /** Resolves when so many events were accepted. */
  reached(count: number): Promise<void>;
}

export function createRecordingBus(refuses: (event: CloudEvent) => boolean = () => false): RecordingBus {
  const accepted: CloudEvent[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  return {
    accepted,
    async publish(event) {
      if (refuses(event)) throw new Error(`refused ${event.id}`);
      accepted.push(event);
      for (const wait of waiting) if (accepted.length >= wait.count) wait.resolve();
    },
    reached(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      if (accepted.length >= count) resolve();
      return promise;
    },
  };
}
