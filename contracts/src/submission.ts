import { z } from "zod";
import { Id, Instant, Share, Slug } from "./id.ts";
import { limits } from "./limits.ts";

export const Verdict = z.enum(["passed", "failed", "error", "timeout"]);
export type Verdict = z.infer<typeof Verdict>;

export const SubmissionStatus = z.enum(["queued", "running", ...Verdict.options]);
export type SubmissionStatus = z.infer<typeof SubmissionStatus>;

/** `skipped`: not run, because an earlier test ran out of time or ended the program. */
export const TestStatus = z.enum([...Verdict.options, "skipped"]);
export type TestStatus = z.infer<typeof TestStatus>;

export const TestVisibility = z.enum(["open", "hidden"]);

export const TestResult = z.object({
  name: z.string(),
  visibility: TestVisibility,
  status: TestStatus,
  /** Open tests only, as Python text. */
  input: z.string().optional(),
  expected: z.string().optional(),
  got: z.string().optional(),
  /** One plain sentence; empty when passed. */
  message: z.string(),
  /** Line of the learner's own code where it went wrong, from 1. */
  line: z.int().min(1).optional(),
  durationMs: z.number().min(0),
});
export type TestResult = z.infer<typeof TestResult>;

export const MasteryChange = z.object({ concept: Id, name: z.string(), before: Share, after: Share });
export type MasteryChange = z.infer<typeof MasteryChange>;

export const SubmitRequest = z.strictObject({
  exercise: Slug,
  code: z.string().refine((code) => new TextEncoder().encode(code).length <= limits.codeBytesMax, {
    message: "must be at most 64 KiB",
  }),
});

export const SubmitAnswer = z.object({ submissionId: Id, status: z.literal("queued") });

export const Submission = z.object({
  submissionId: Id,
  studentId: Id,
  exercise: Slug,
  title: z.string(),
  status: SubmissionStatus,
  submittedAt: Instant,
  gradedAt: Instant.optional(),
  code: z.string(),
  tests: z.array(TestResult),
  /** What the program printed, capped; of open tests only. */
  stdout: z.string(),
  durationMs: z.number().min(0),
  /** Interpreter that graded, for example `3.11.2`; empty while queued. */
  python: z.string(),
  /** Which sandbox graded: `bubblewrap` or `pyodide`; empty while queued. */
  sandbox: z.string(),
  mastery: z.array(MasteryChange),
});
export type Submission = z.infer<typeof Submission>;

export const SubmissionSummary = Submission.pick({
  submissionId: true,
  exercise: true,
  title: true,
  status: true,
  submittedAt: true,
  gradedAt: true,
  mastery: true,
}).extend({ passed: z.int().min(0), total: z.int().min(0) });
export type SubmissionSummary = z.infer<typeof SubmissionSummary>;

export const SubmissionPage = z.object({
  submissions: z.array(SubmissionSummary),
  /** Pass as `cursor` for the next page; absent on the last. */
  nextCursor: z.string().optional(),
});
export type SubmissionPage = z.infer<typeof SubmissionPage>;
