import { mayReadClass } from "@mastery/access/may-act-for";
import { streamOwner } from "@mastery/contracts/stream";
import { createEventHistory } from "@mastery/engine/events/event-history";
import { createDeadLetters } from "@mastery/engine/stores/dead-letters";
import { createSubscriptionStore } from "@mastery/engine/stores/subscriptions";
import type { StreamAuthority } from "@mastery/realtime/ports";
import { startRealtime, type Realtime } from "@mastery/realtime/server";
import { freshSocket } from "../room-socket.ts";
import type { Core } from "./core.ts";

/** Event streams. The engine owns the tables; here its stores become the ports of the hub. */
export function startRealtimeRole(core: Core): Promise<Realtime> {
  const { db } = core.database;
  const authorise: StreamAuthority = {
    async mayReadStream(caller, stream) {
      const { kind, id } = streamOwner(stream);
      return kind === "class" && mayReadClass(caller, id, core.teaching);
    },
  };
  return startRealtime({
    listen: { socketPath: freshSocket(core.folder, "realtime") },
    bus: core.bus,
    history: createEventHistory(db),
    subscriptions: createSubscriptionStore(db),
    deadLetters: createDeadLetters(db),
    authorise,
    verifyToken: core.verifyToken,
    logger: core.log.logger("realtime"),
  });
}
