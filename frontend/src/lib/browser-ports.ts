import type { RefreshPorts } from "./refresh-session.ts";
import type { TabPorts } from "./shared-stream.ts";

const refreshedKey = "mastery-refreshed-at";

/** What renewing a session needs of the browser. */
export function refreshPorts(): RefreshPorts {
  return {
    fetch: (...call) => fetch(...call),
    lock: (run) => withLock("mastery-refresh", run),
    lastRefreshed: {
      read: () => Number(localStorage.getItem(refreshedKey) ?? 0),
      write: (at) => localStorage.setItem(refreshedKey, String(at)),
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => Date.now(),
    random: () => Math.random(),
  };
}

/** How the tabs that follow one stream find each other. */
export function tabPorts(name: string): Omit<TabPorts, "makeStream"> {
  const channel = new BroadcastChannel(name);
  return {
    channel: {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast never leaves its origin
      post: (message) => channel.postMessage(message),
      onMessage: (take) => {
        channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => take(data));
      },
      close: () => channel.close(),
    },
    lead: async (lead, signal) => {
      // Without the lock manager (a page that is not secure) every tab leads itself.
      if (!("locks" in navigator)) return lead();
      try {
        await navigator.locks.request(name, { signal }, lead);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}

async function withLock<T>(name: string, run: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request(name, run) : run();
}
