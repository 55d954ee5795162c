import type { Bus, Delivery, Handler } from "@mastery/bus/bus";
import type { CloudEvent } from "@mastery/contracts/cloud-event";

/** A bus on which the test decides what arrives, in which order and how often. */
export class ManualBus implements Bus {
  readonly #handlers = new Set<Handler>();
  readonly deliveries: Delivery[] = [];

  async publish(event: CloudEvent): Promise<void> {
    for (const handler of this.#handlers) this.deliveries.push(await handler(event));
  }

  async subscribe(handler: Handler) {
    this.#handlers.add(handler);
    return async () => void this.#handlers.delete(handler);
  }

  async close(): Promise<void> {
    this.#handlers.clear();
  }
}
