"use client";

import { useConnection } from "../../lib/hooks/useConnection.ts";
import { useNow } from "../../lib/hooks/useNow.ts";
import { pollEveryMs, type Connection } from "../../lib/sse-state.ts";

const tickMs = 1_000;

/** How the stream stands, by shape and by word. */
export function ConnectionLight({ className = "" }: { className?: string }) {
  const { connection } = useConnection();
  const now = useNow(tickMs);
  return (
    <span className={`conn ${className}`.trim()} data-state={connection.name}>
      {connectionText(connection, now)}
    </span>
  );
}

function connectionText(connection: Connection, now: number | undefined): string {
  switch (connection.name) {
    case "connecting":
      return "Connecting";
    case "live":
      return "Live";
    case "reconnecting": {
      if (connection.retryAt === undefined || now === undefined) return "Reconnecting";
      const seconds = Math.max(0, Math.ceil((connection.retryAt - now) / 1000));
      return seconds === 0 ? "Reconnecting" : `Reconnecting, next try in ${seconds} s`;
    }
    case "polling":
      return `Polling every ${pollEveryMs / 1000} s`;
    case "offline":
      return `Offline since ${clock(connection.since)}`;
    case "closed":
      return "Not live";
  }
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}
