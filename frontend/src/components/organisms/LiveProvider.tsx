"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { showToast } from "../molecules/Toast.tsx";
import { ConnectionContext, LiveContext, type Live, type LiveHandler } from "../../lib/app-context.ts";
import { useApi } from "../../lib/hooks/useApi.ts";
import { useClasses } from "../../lib/hooks/useClasses.ts";
import { useSession } from "../../lib/hooks/useSession.ts";
import { applyReading, snapshotPosition } from "../../lib/live/apply-reading.ts";
import { followStream } from "../../lib/live/follow-stream.ts";
import type { SharedStream } from "../../lib/shared-stream.ts";
import type { StreamOwner } from "../../lib/sse-inbox.ts";
import { pollEveryMs, type Connection } from "../../lib/sse-state.ts";

const closed: Connection = { name: "closed", since: 0, attempt: 0 };

/** Follows the stream of whoever is signed in, keeps the cache up to it, and tells those who listen. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const cache = useQueryClient();
  const [listeners] = useState(() => new Set<LiveHandler>());
  const [connection, setConnection] = useState(closed);
  const [lastEventAt, setLastEventAt] = useState<number>();
  const stream = useRef<SharedStream>(undefined);
  const [watched, watchClass] = useState<string>();
  const owner = useOwner(watched);
  const ownerKey = owner && JSON.stringify(owner);

  useEffect(() => {
    if (ownerKey === undefined) return;
    const followed = JSON.parse(ownerKey) as StreamOwner; // written by ourselves a few lines above
    const shared = followStream(api, followed, snapshotPosition(cache, followed), {
      onConnection: setConnection,
      onReading: (reading) => {
        applyReading(cache, followed, reading, (ms, run) => void setTimeout(run, ms));
        if (reading.type === "ignored" && reading.why === "foreign") reportForeign();
        if (reading.type !== "event") return;
        setLastEventAt(Date.now());
        for (const listener of listeners) listener(reading.event, reading.sequence);
      },
    });
    stream.current = shared;
    const ended = watchNetwork(shared);
    return () => {
      ended();
      shared.close();
      stream.current = undefined;
      setConnection(closed);
    };
  }, [api, cache, listeners, ownerKey]);

  const polling = connection.name === "polling";
  useEffect(() => {
    if (!polling) return;
    const timer = setInterval(() => void cache.invalidateQueries(), pollEveryMs);
    return () => clearInterval(timer);
  }, [cache, polling]);

  const live: Live = {
    listen: (handler) => {
      listeners.add(handler);
      return () => listeners.delete(handler);
    },
    watchClass,
  };
  const retryNow = () => stream.current?.retryNow();
  return (
    <LiveContext value={live}>
      <ConnectionContext value={{ connection, lastEventAt, retryNow }}>{children}</ConnectionContext>
    </LiveContext>
  );
}

/** Cannot happen unless the server is broken; then somebody should hear of it, and nothing of it is shown. */
function reportForeign(): void {
  showToast({
    mark: "error",
    tone: "warn",
    title: "Something for somebody else arrived",
    text: "It was dropped unseen. Please tell your administrator.",
  });
}

/** The browser knows first that its network went, or that somebody looks at the page again. */
function watchNetwork(stream: SharedStream): () => void {
  const online = () => stream.setOnline(true);
  const offline = () => stream.setOnline(false);
  const visible = () => document.visibilityState === "visible" && stream.retryNow();
  addEventListener("online", online);
  addEventListener("offline", offline);
  document.addEventListener("visibilitychange", visible);
  return () => {
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    document.removeEventListener("visibilitychange", visible);
  };
}

/** A learner follows themselves, a teacher the class in front of them, or else their first. */
function useOwner(watched: string | undefined): StreamOwner | undefined {
  const { status, user } = useSession();
  const signedIn = status === "signed-in";
  const teaches = signedIn && user.role !== "student";
  const { data } = useClasses(teaches);
  if (!signedIn) return undefined;
  if (user.studentId !== undefined) return { kind: "learner", studentId: user.studentId };
  const classId = watched ?? data?.classes[0]?.classId;
  return classId === undefined ? undefined : { kind: "class", classId };
}
