import { limits } from "@mastery/contracts/limits";

/** Limits of the event streams; each names its unit. */
export const realtimeLimits = {
  heartbeatMs: limits.heartbeatMs,
  streamsPerAccountMax: limits.streamsPerLearnerMax,
  bodyBytesMax: limits.bodyBytesMax,
  /** More than the gateway lets pass, and adds: whoever is refused for it is refused there. */
  headerBytesMax: 64 * 1_024,
  /** What the browser waits before it reconnects. */
  reconnectMs: 1_000,
  /** How often connections are looked over for heartbeats, expired tokens and checks that are due. */
  tickMs: 1_000,
  /** How often open streams are compared with the log. */
  sweepMs: 2_000,
  /** Streams compared in one question to the log. */
  sweepStreamsMax: 1_000,
  /** Streams that read what they missed at the same time. */
  healsMax: 16,
  /** Events read from the log at once. */
  pageEventsMax: 100,
  /** How often an open stream's subscription and membership are looked up again. */
  recheckMs: 30_000,
  rechecksMax: 16,
  /** A subscription is gone after this, its owner then subscribes again. */
  subscriptionMs: 24 * 60 * 60 * 1_000,
  expiredSubscriptionsMs: 10 * 60 * 1_000,
  /** Unread bytes of one connection. Beyond them the reader is too slow: `stream.reset`, and the stream ends. */
  bufferedBytesMax: 256 * 1_024,
  /** Gathered for one connection in one turn of the event loop; a page of the log must fit. */
  pendingFramesMax: 1_000,
  pendingCharactersMax: 4 * 1_024 * 1_024,
  /** A replay reads its next page once fewer bytes than this are unread. */
  replayBufferedBytesMax: 64 * 1_024,
  /** A replay gives up on a reader that takes nothing for this long. */
  replayStallMs: 30_000,
  /** The same while a gap is healed, where one reader holds up the others of the stream. */
  healStallMs: 5_000,
  /** How long a closing stream may take to hand over its last bytes. */
  lingerMs: 5_000,
  /** Unreadable events that wait to be recorded, and those remembered as recorded. */
  deadLettersPendingMax: 1_000,
  /** Health: beyond this many milliseconds from commit to hub the event path is degraded. */
  healthyLatencyMs: 2_000,
  latencyMemoryMs: 60_000,
} as const;
export type RealtimeLimits = { readonly [Name in keyof typeof realtimeLimits]: number };
