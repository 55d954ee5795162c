import { readFileSync } from "node:fs";

/** The runner where a process of its own is the wall. It travels as text: no path of ours exists in the sandbox. */
export const confinedProgram = join("values.py", "runner.py", "confined-entry.py");
/** The runner where WebAssembly is the wall. */
export const pyodideProgram = join("values.py", "runner.py", "pyodide-entry.py");

function join(...names: string[]): string {
  return names.map((name) => readFileSync(new URL(`python/${name}`, import.meta.url), "utf8")).join("\n");
}
