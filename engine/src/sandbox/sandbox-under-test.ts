import { describe } from "vitest";
import { createBubblewrapSandbox } from "./bubblewrap.ts";
import { preparePyodide } from "./prepare-pyodide.ts";
import { probeBubblewrap } from "./probe-bubblewrap.ts";
import { createPyodideSandbox } from "./pyodide.ts";
import type { Sandbox } from "./sandbox.ts";

type Opened =
  | { readonly type: "open"; readonly sandbox: Sandbox }
  | { readonly type: "missing"; readonly reason: string };

/** Describes a real sandbox; where it cannot run, the title says why, and on the build server that is a failure. */
export async function describeSandbox(
  name: Sandbox["name"],
  subject: string,
  suite: (sandbox: Sandbox) => void,
): Promise<void> {
  const opened = await open(name);
  if (opened.type === "open") {
    describe(`${name}: ${subject}`, { timeout: 60_000 }, () => suite(opened.sandbox));
    return;
  }
  if (process.env["CI"] === "true") throw new Error(`${name} cannot be tested: ${opened.reason}`);
  describe.skip(`${name}: ${subject} (skipped: ${opened.reason})`, () => undefined);
}

async function open(name: Sandbox["name"]): Promise<Opened> {
  if (name === "bubblewrap") {
    const probe = await probeBubblewrap();
    if (probe.type === "unusable") return { type: "missing", reason: probe.reason };
    return { type: "open", sandbox: createBubblewrapSandbox(probe.interpreter) };
  }
  try {
    return { type: "open", sandbox: createPyodideSandbox(await preparePyodide()) };
  } catch (error) {
    return { type: "missing", reason: error instanceof Error ? error.message : String(error) };
  }
}
