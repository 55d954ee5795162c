/** Limits that clients may rely on; each names its unit. */
export const limits = {
  bodyBytesMax: 1024 * 1024,
  codeBytesMax: 64 * 1024,
  topicsMax: 16,
  streamsPerLearnerMax: 20,
  idempotencyKeyDays: 7,
  replayDays: 7,
  heartbeatMs: 15_000,
  readsPerMinute: 1200,
  writesPerMinute: 300,
  submissionsPerMinute: 60,
  publicRequestsPerMinute: 300,
  signInFailuresPerAccount: 10,
  signInAttemptsPerAddress: 300,
  signInWindowMinutes: 15,
  accessTokenMinutes: 15,
} as const;
