import { counter, gauge, histogram } from "@mastery/telemetry/metrics";

/** Seconds from the moment an event happened to the moment this hub took it. */
const latencyBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const metrics = {
  streamsOpen: gauge("mastery_streams_open", "Event streams open now"),
  delivered: counter("mastery_stream_events_total", "Events handed to a stream, before topic filters"),
  repeated: counter("mastery_repeated_events_total", "Events the bus brought again, dropped by the hub"),
  gaps: counter("mastery_event_gaps_total", "Gaps that were read from the event log"),
  unreadable: counter("mastery_unreadable_events_total", "Events that no transformer can read"),
  resets: counter("mastery_stream_resets_total", "Streams told to fetch everything again", ["reason"]),
  closings: counter("mastery_stream_closings_total", "Streams ended by the server", ["reason"]),
  refusals: counter("mastery_stream_refusals_total", "Requests refused by the realtime room", ["code"]),
  logFailures: counter("mastery_event_log_failures_total", "Questions to the event log that failed"),
  latency: histogram("mastery_event_latency_seconds", "Seconds from an event to the hub", latencyBuckets),
} as const;
