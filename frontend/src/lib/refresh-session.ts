import { readFailure } from "./api-failure.ts";

export type Refreshed = "refreshed" | "refused" | "unreachable";

export interface RefreshPorts {
  readonly fetch: typeof fetch;
  /** Runs one at a time among all tabs of this browser. */
  readonly lock: <T>(run: () => Promise<T>) => Promise<T>;
  /** When any tab last refreshed, in ms; shared between tabs. */
  readonly lastRefreshed: { read(): number; write(at: number): void };
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
}

const attemptsMax = 5;
const backoffMs = 500;
const backoffMsMax = 8_000;
/** Long enough for the answer that won the race to set its cookies. */
const racedWaitMs = 400;
const refreshTimeoutMs = 10_000;

/**
 * Exchanges the refresh cookie for a fresh pair, once for all calls that wait for it and once for all tabs.
 * `failedAt` is when the refused call was sent: a refresh since then, by whichever tab, is good enough.
 * A network that fails is tried again and never signs anybody out; only the server's refusal does.
 */
export function createRefresh(ports: RefreshPorts): (failedAt: number) => Promise<Refreshed> {
  let running: Promise<Refreshed> | undefined;
  return (failedAt) => {
    running ??= ports
      .lock(() => refreshOnce(ports, failedAt))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
}

async function refreshOnce(ports: RefreshPorts, failedAt: number): Promise<Refreshed> {
  if (ports.lastRefreshed.read() > failedAt) return "refreshed";
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await askForRefresh(ports);
    if (outcome === "raced") {
      await ports.wait(racedWaitMs);
      return "refreshed";
    }
    if (outcome === "refreshed") ports.lastRefreshed.write(ports.now());
    if (outcome !== "unreachable") return outcome;
    if (attempt < attemptsMax) await ports.wait(pause(attempt, ports.random()));
  }
  return "unreachable";
}

async function askForRefresh(ports: RefreshPorts): Promise<Refreshed | "raced"> {
  try {
    const answer = await ports.fetch("/api/auth/refresh", {
      method: "POST",
      headers: { "x-requested-with": "mastery" },
      signal: AbortSignal.timeout(refreshTimeoutMs),
    });
    if (answer.ok) return "refreshed";
    const failure = readFailure(answer.status, await answer.text(), answer.headers);
    if (failure.type !== "problem") return "unreachable";
    if (failure.code === "raced") return "raced";
    return failure.status >= 500 || failure.status === 429 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}

function pause(attempt: number, random: number): number {
  const full = Math.min(backoffMsMax, backoffMs * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random;
}
