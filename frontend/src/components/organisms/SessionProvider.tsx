"use client";

import type { User } from "@mastery/contracts/session";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { createApiClient } from "../../lib/api-client.ts";
import { ApiContext, SessionContext, type Session } from "../../lib/app-context.ts";
import { refreshPorts } from "../../lib/browser-ports.ts";
import { createRefresh, type Refreshed } from "../../lib/refresh-session.ts";
import { rememberSignIn, wasSignedIn } from "../../lib/sign-in-memory.ts";
import { afterExpiry, afterSignOut, watchSignIns } from "../../lib/sign-in-channel.ts";

const askAgainMs = 5_000;

interface SessionProviderProps {
  /** Who the server saw, so that the first paint knows the name. */
  initialUser: User | undefined;
  children: ReactNode;
}

export function SessionProvider({ initialUser, children }: SessionProviderProps) {
  const cache = useQueryClient();
  const [session, setSession] = useState<Session>(
    initialUser ? { status: "signed-in", user: initialUser } : { status: "loading" },
  );
  const [api] = useState(() => {
    let refresh: ((failedAt: number) => Promise<Refreshed>) | undefined;
    return createApiClient({
      fetch: (...call) => fetch(...call),
      now: () => Date.now(),
      refresh: (failedAt) => {
        refresh ??= createRefresh(refreshPorts());
        return refresh(failedAt);
      },
      onSignedOut: () => {
        setSession(withoutSession);
        afterExpiry();
      },
    });
  });
  const asking = session.status === "loading" || session.status === "unreachable";

  useEffect(() => {
    if (!asking) return;
    if (!wasSignedIn()) {
      // Nobody has signed in with this browser: asking would only earn a refusal.
      const timer = setTimeout(() => setSession({ status: "signed-out" }), 0);
      return () => clearTimeout(timer);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leaving = new AbortController();
    const ask = async () => {
      const result = await api.call("session", { signal: leaving.signal });
      if (leaving.signal.aborted) return;
      if (result.type === "ok") return setSession({ status: "signed-in", user: result.value });
      const refused = result.type === "problem" && result.status === 401;
      if (refused || result.type === "signed-out") return setSession({ status: "signed-out" });
      setSession({ status: "unreachable" });
      timer = setTimeout(() => void ask(), askAgainMs);
    };
    ask().catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [api, asking]);

  const { status } = session;
  useEffect(() => {
    if (status === "signed-in") rememberSignIn(true);
    if (status === "signed-out") rememberSignIn(false);
  }, [status]);

  useEffect(
    () =>
      watchSignIns({
        onSignedIn: (userId) =>
          setSession((known) => {
            if (known.user?.id !== userId) {
              // Somebody else now: nothing of the page in front of us is theirs.
              location.assign("/");
              return known;
            }
            void cache.invalidateQueries();
            return { status: "signed-in", user: known.user };
          }),
        // On a computer that several people use, nothing of theirs stays on the screen. Drafts are saved.
        onSignedOut: () => setSession({ status: "signed-out" }),
        onExpired: () => setSession(withoutSession),
      }),
    [cache],
  );

  const signOut = async () => {
    await api.call("logout", { body: undefined });
    afterSignOut();
    // The stream ends now, not when the next page comes, or it would ask to be renewed.
    setSession({ status: "signed-out" });
  };
  return (
    <ApiContext value={api}>
      <SessionContext value={{ ...session, signOut }}>{children}</SessionContext>
    </ApiContext>
  );
}

/** What somebody sees stays on their screen; they can read it, and sign in again. */
function withoutSession(known: Session): Session {
  return known.user ? { status: "read-only", user: known.user } : { status: "signed-out" };
}
