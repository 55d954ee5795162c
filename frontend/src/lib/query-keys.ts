/** Every key of the client's cache, in one place. */
export const queryKeys = {
  mastery: (studentId: string) => ["mastery", studentId] as const,
  /** Number of the newest event that a snapshot of this learner or class must contain. */
  seen: (ownerId: string) => ["seen", ownerId] as const,
  recommendations: (studentId: string) => ["recommendations", studentId] as const,
  exercises: () => ["exercises"] as const,
  exercise: (slug: string) => ["exercise", slug] as const,
  /** Every list of a learner's submissions; add a filter for one of them. */
  submissions: (studentId: string) => ["submissions", studentId] as const,
  submissionsOf: (studentId: string, filter: { exercise?: string; limit?: number }) =>
    ["submissions", studentId, filter] as const,
  submission: (submissionId: string) => ["submission", submissionId] as const,
  /** Tests of a running submission as they finish. */
  progress: (submissionId: string) => ["progress", submissionId] as const,
  classes: () => ["classes"] as const,
  class: (classId: string) => ["class", classId] as const,
  flags: () => ["flags"] as const,
  health: () => ["health"] as const,
  /** What has just changed for a learner or a class. */
  changes: (ownerId: string) => ["changes", ownerId] as const,
};
