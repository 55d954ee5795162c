import { describe } from "vitest";
import { createBubblewrapSandbox } from "./bubblewrap.ts";
import { preparePyodide } from "./prepare-pyodide.ts";
import { probeBubblewrap } from "./probe-bubblewrap.ts";
import { createPyodideSandbox } from "./pyodide.ts";
import type { Sandbox } from "./sandbox.ts";

/** Describes a real sandbox; where it cannot run, the title says why, and on the build server that is a failure. */
export async function describeSandbox(
  name: Sandbox["name"],
  subject: string,
  suite: (sandbox: Sandbox) => void,
): Promise<void> {
  const { sandbox, missing } = await open(name);
  if (missing && process.env["CI"] === "true") throw new Error(`${name} cannot be tested: ${missing}`);
  const note = missing && ` (skipped: ${missing})`;
  describe.skipIf(missing !== "")(`${name}: ${subject}${note}`, { timeout: 60_000 }, () => {
    suite(sandbox);
  });
}

async function open(name: Sandbox["name"]): Promise<{ sandbox: Sandbox; missing: string }> {
  try {
    return { sandbox: name === "bubblewrap" ? await openBubblewrap() : await openPyodide(), missing: "" };
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return { sandbox: absent(name, missing), missing };
  }
}

async function openBubblewrap(): Promise<Sandbox> {
  const probe = await probeBubblewrap();
  if (probe.type === "unusable") throw new Error(probe.reason);
  return createBubblewrapSandbox(probe.interpreter);
}

async function openPyodide(): Promise<Sandbox> {
  return createPyodideSandbox(await preparePyodide());
}

/** Stands in the skipped suite, which is described but never run. */
function absent(name: Sandbox["name"], reason: string): Sandbox {
  return {
    name,
    python: "",
    run: () => Promise.reject(new Error(reason)),
    close: () => Promise.resolve(),
  };
}
