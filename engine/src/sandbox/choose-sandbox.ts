import { createBubblewrapSandbox } from "./bubblewrap.ts";
import { preparePyodide, type PreparePyodideOptions } from "./prepare-pyodide.ts";
import { probeBubblewrap } from "./probe-bubblewrap.ts";
import { createPyodideSandbox } from "./pyodide.ts";
import type { Sandbox } from "./sandbox.ts";

export interface ChosenSandbox {
  readonly sandbox: Sandbox;
  /** Why this one, for the start line: "bubblewrap, Python 3.11.2". */
  readonly reason: string;
}

export interface ChooseSandboxOptions extends PreparePyodideOptions {
  /** `auto`: bubblewrap where it works, which a trial job decides; else Pyodide. */
  readonly wish?: "auto" | "bubblewrap" | "pyodide";
}

/** Throws when the sandbox that was asked for by name cannot be used here. */
export async function chooseSandbox(options: ChooseSandboxOptions = {}): Promise<ChosenSandbox> {
  const { wish = "auto" } = options;
  if (wish === "pyodide") return openPyodide(options, "as asked for");
  const probe = await probeBubblewrap();
  if (probe.type === "usable") {
    const sandbox = createBubblewrapSandbox(probe.interpreter);
    return { sandbox, reason: `bubblewrap, Python ${probe.python}` };
  }
  if (wish === "bubblewrap") throw new Error(`Bubblewrap cannot be used here: ${probe.reason}`);
  return openPyodide(options, `because bubblewrap cannot be used: ${probe.reason}`);
}

async function openPyodide(options: PreparePyodideOptions, why: string): Promise<ChosenSandbox> {
  const runtime = await preparePyodide(options);
  return { sandbox: createPyodideSandbox(runtime), reason: `Pyodide, Python ${runtime.python}, ${why}` };
}
