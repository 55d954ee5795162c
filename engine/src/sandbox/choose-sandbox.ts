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

/** Bubblewrap where it works, which a trial job decides; else Pyodide. */
export async function chooseSandbox(options: PreparePyodideOptions = {}): Promise<ChosenSandbox> {
  const probe = await probeBubblewrap();
  if (probe.type === "usable") {
    const sandbox = createBubblewrapSandbox(probe.interpreter);
    return { sandbox, reason: `bubblewrap, Python ${probe.python}` };
  }
  const runtime = await preparePyodide(options);
  const reason = `Pyodide, Python ${runtime.python}, because bubblewrap cannot be used: ${probe.reason}`;
  return { sandbox: createPyodideSandbox(runtime), reason };
}
