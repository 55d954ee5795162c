import type { Vital } from "@mastery/contracts/vitals";
import type { z } from "zod";

export type Measured = z.infer<typeof Vital>;

export interface VitalsCollector {
  add(name: string, value: number, id: string): void;
  /** Sends what came in since the last time, if anything did. */
  flush(): void;
}

const vitalsMax = 20;
const names: readonly string[] = ["LCP", "INP", "CLS", "FID", "TTFB", "FCP"] satisfies Measured["name"][];

/** Collects a page's vitals, the newest of each, until `send` takes them. */
export function createVitalsCollector(page: () => string, send: (body: string) => void): VitalsCollector {
  const waiting = new Map<string, Measured>();
  return {
    add(name, value, id) {
      if (!isVital(name) || waiting.size >= vitalsMax) return;
      waiting.set(id, { name, value: Math.max(0, value), id: id.slice(0, 64), page: page().slice(0, 128) });
    },
    flush() {
      if (waiting.size === 0) return;
      send(JSON.stringify({ vitals: [...waiting.values()] }));
      waiting.clear();
    },
  };
}

/** A page that is hidden may never come back, so that is when its vitals leave. A beacon outlives the page. */
export function sendOnHide(collector: VitalsCollector): () => void {
  const hide = () => document.visibilityState === "hidden" && collector.flush();
  document.addEventListener("visibilitychange", hide);
  return () => document.removeEventListener("visibilitychange", hide);
}

export function sendBeacon(body: string): void {
  navigator.sendBeacon("/api/vitals", new Blob([body], { type: "application/json" }));
}

/** The delay of the first input, which the usual library no longer reports. */
export function watchFirstInput(collector: VitalsCollector): () => void {
  if (!PerformanceObserver.supportedEntryTypes.includes("first-input")) return () => {};
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming)) continue;
      collector.add("FID", entry.processingStart - entry.startTime, `fid-${Math.round(entry.startTime)}`);
    }
  });
  observer.observe({ type: "first-input", buffered: true });
  return () => observer.disconnect();
}

function isVital(name: string): name is Measured["name"] {
  return names.includes(name);
}
