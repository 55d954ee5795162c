import type { PartHealth } from "@mastery/contracts/health";
import { callUpstream, type UpstreamAnswer } from "./upstream.ts";

const healthTimeoutMs = 2_000;
const slowMs = 1_000;

export interface Measured {
  readonly health: PartHealth;
  readonly answer: UpstreamAnswer;
}

/** Asks a room how it is: healthy when it answers 200 in time, degraded when slow, else down. */
export async function measurePart(
  base: string,
  path: `/${string}`,
  clock: () => number = () => performance.now(),
): Promise<Measured> {
  const start = clock();
  const answer = await callUpstream(base, { method: "GET", path, timeoutMs: healthTimeoutMs });
  const latencyMs = Math.max(0, Math.round((clock() - start) * 10) / 10);
  return { answer, health: { latencyMs, ...judge(answer, latencyMs) } };
}

function judge(answer: UpstreamAnswer, latencyMs: number): Pick<PartHealth, "status" | "detail"> {
  if (answer.type === "unreachable") {
    const detail = answer.reason === "timeout" ? `No answer within ${healthTimeoutMs} ms` : "Not reachable";
    return { status: "down", detail };
  }
  if (answer.status >= 400) return { status: "down", detail: `Answers with status ${answer.status}` };
  if (latencyMs > slowMs) return { status: "degraded", detail: "Slow to answer" };
  return { status: "healthy", detail: "Answering" };
}
