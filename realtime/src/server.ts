import type { VerifyToken } from "@mastery/access/verify-token";
import type { Bus } from "@mastery/bus/bus";
import type { EventHealth } from "@mastery/contracts/health";
import type { Logger } from "@mastery/telemetry/logger";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { type Clock, systemClock, systemTimers, type Timers } from "./clock.ts";
import { type BusNames, embeddedBusNames, eventHealth } from "./health.ts";
import { createHub } from "./hub.ts";
import { realtimeLimits, type RealtimeLimits } from "./limits.ts";
import { type Address, bind, type ListenAt } from "./listen.ts";
import { createOpenConnections } from "./open-connections.ts";
import type { DeadLetters, EventHistory, StreamAuthority, SubscriptionStore } from "./ports.ts";
import { answerRefusal, refuse } from "./refusal.ts";
import { route } from "./route.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { createWriteBatch } from "./write-batch.ts";

export interface RealtimeOptions {
  readonly listen: ListenAt;
  /** Stays the caller's: closing this room only leaves it. */
  readonly bus: Bus;
  readonly busNames?: BusNames;
  readonly history: EventHistory;
  readonly subscriptions: SubscriptionStore;
  readonly deadLetters: DeadLetters;
  readonly authorise: StreamAuthority;
  readonly verifyToken: VerifyToken;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly timers?: Timers;
  readonly limits?: Partial<RealtimeLimits>;
}

export interface Realtime {
  readonly address: Address;
  health(): EventHealth;
  /** Says `stream.closing` on every stream, lets readers take it, and stops. */
  close(): Promise<void>;
}

/** Serves event streams. Resolves once it listens and has joined the bus. */
export async function startRealtime(options: RealtimeOptions): Promise<Realtime> {
  const {
    bus,
    history,
    deadLetters,
    verifyToken,
    logger,
    clock = systemClock,
    timers = systemTimers,
  } = options;
  const limits = { ...realtimeLimits, ...options.limits };
  const subscriptions = createSubscriptions({
    store: options.subscriptions,
    authority: options.authorise,
    limits,
    clock,
    newId: randomUUID,
  });
  const connections = createOpenConnections(subscriptions, logger, limits);
  const hub = await createHub({ bus, history, deadLetters, logger, limits, clock, timers });
  let closing = false;
  const busNames = options.busNames ?? embeddedBusNames;
  const health = (): EventHealth => ({
    ...eventHealth(hub.pulse(), busNames, clock(), limits),
    ...(closing ? { status: "down" } : {}),
  });

  const flushLater = createWriteBatch();
  const served = {
    hub,
    subscriptions,
    connections,
    logger,
    limits,
    clock,
    flushLater,
    verifyToken,
    health,
  };
  const server = createServer({ maxHeaderSize: limits.headerBytesMax }, (request, response) => {
    if (!closing) return void route(served, request, response);
    answerRefusal(response, "/", refuse("unavailable", "This server is leaving. Please try again."));
  });
  const stops = [
    timers.every(limits.tickMs, () => connections.tick(clock())),
    timers.every(limits.expiredSubscriptionsMs, () => void deleteExpired()),
  ];

  async function deleteExpired(): Promise<void> {
    try {
      await options.subscriptions.deleteExpired(new Date(clock()).toISOString());
    } catch (error) {
      logger.warn({ err: error }, "expired subscriptions could not be deleted; that is tried again");
    }
  }

  async function leave(): Promise<void> {
    for (const stop of stops) stop();
    await hub.close();
  }

  try {
    const listening = await bind(server, options.listen, limits.lingerMs);
    const close = async () => {
      closing = true;
      connections.closeAll("server-leaving");
      await listening.stop();
      await leave();
    };
    return { address: listening.address, health, close };
  } catch (error) {
    await leave();
    throw error;
  }
}
