import type { Environment } from "monaco-editor/editor/editor.api.js";
import type * as monacoParts from "./monaco-parts.ts";

export type Monaco = typeof monacoParts;

const environment: Environment = {
  getWorker: () =>
    new Worker(new URL("./editor-worker.ts", import.meta.url), { type: "module", name: "editor" }),
};

/** The code editor, loaded once from our own origin. */
export function loadMonaco(): Promise<Monaco> {
  globalThis.MonacoEnvironment ??= environment;
  return import("./monaco-parts.ts");
}

const idleTimeoutMs = 4_000;

/** Loads the editor while nothing else happens, so that it stands at once when a learner opens an exercise. */
export function preloadMonaco(): () => void {
  const load = () => void loadMonaco().catch(() => undefined);
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(load, idleTimeoutMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(load, { timeout: idleTimeoutMs });
  return () => cancelIdleCallback(handle);
}
