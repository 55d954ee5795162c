"use client";

import type { User } from "@mastery/contracts/session";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ShortcutsContext, type ListedShortcuts } from "../../lib/app-context.ts";
import { retryDelay, shouldRetry } from "../../lib/fetch-value.ts";
import { LiveProvider } from "./LiveProvider.tsx";
import { SessionProvider } from "./SessionProvider.tsx";

const unusedMs = 30 * 60_000;
const freshMs = 60_000;

/** Everything that pages share: the cache, the API client, who is signed in, and the stream of events. */
export function Providers({ user, children }: { user: User | undefined; children: ReactNode }) {
  const [cache] = useState(makeCache);
  const [listed, list] = useState<ListedShortcuts["listed"]>([]);
  return (
    <QueryClientProvider client={cache}>
      <SessionProvider initialUser={user}>
        <LiveProvider>
          <ShortcutsContext value={{ listed, list }}>{children}</ShortcutsContext>
        </LiveProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}

function makeCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: freshMs, gcTime: unusedMs, retry: shouldRetry, retryDelay },
      mutations: { retry: false },
    },
  });
}
