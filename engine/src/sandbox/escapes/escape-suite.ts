import { afterAll, beforeAll, expect, it } from "vitest";
import { jobOf } from "../../grading/job-of.ts";
import { gradingLimits } from "../../grading/job.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, inShort, runSteps } from "../small-job.ts";
import type { Escape } from "./escape.ts";
import { fileEscapes } from "./files.ts";
import { forgeryEscapes } from "./forgery.ts";
import { processEscapes } from "./processes.ts";
import { resourceEscapes } from "./resources.ts";
import { secret, setTraps } from "./set-traps.ts";

const escapes = [...fileEscapes, ...processEscapes, ...resourceEscapes, ...forgeryEscapes];
/** Long enough for an honest job on a busy machine, short enough to wait for what never ends. */
const endlessMs = 1_500;
const patientMs = 20_000;

/** Runs every hostile program, each followed by an honest one. */
export function escapeSuite(sandbox: Sandbox): void {
  let traps: Awaited<ReturnType<typeof setTraps>>;
  beforeAll(async () => {
    traps = await setTraps();
  });
  afterAll(async () => {
    traps.remove();
    await sandbox.close();
  });

  it.each(escapes)("holds a program that $name, and serves the next", async (escape) => {
    const shown = await attempt(sandbox, escape, traps.fill(escape.code));
    expect(shown).toMatch(escape.shows);
    expect(shown).not.toContain(secret);
    expect(traps.visitors()).toBe(0);
    expect(traps.bystanderLives()).toBe(true);
    // And the next learner never notices.
    expect(await runSteps(sandbox, "def f(n): return n * 2", call("f(21)"))).toEqual(["42"]);
  });
}

async function attempt(sandbox: Sandbox, escape: Escape, code: string): Promise<string> {
  const test = {
    name: "attack",
    visibility: "hidden",
    steps: [{ do: "call", code: "attack()", expect: "'expected-canary'", stdout: "expected-canary" }],
  } as const;
  const wallMs = escape.endless ? endlessMs : patientMs;
  const limits = { ...gradingLimits, wallMsPerTest: wallMs, wallMsTotal: wallMs };
  const outcome = await sandbox.run(jobOf({ fileName: "main.py", tests: [test] }, code, limits));
  const step = outcome.tests[0]?.steps[0];
  if (!step) return `end: ${outcome.end.type}`;
  return (step.type === "value" && step.opaque && step.repr.length < 1000 ? "opaque: " : "") + inShort(step);
}
