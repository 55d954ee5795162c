"use client";

import type { User } from "@mastery/contracts/session";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { retryDelay, shouldRetry } from "../../lib/fetch-value.ts";
import { LiveProvider } from "./LiveProvider.tsx";
import { SessionProvider } from "./SessionProvider.tsx";

const unusedMs = 30 * 60_000;
const freshMs = 60_000;

/** Everything that pages share: the cache, the API client, who is signed in, and the stream of events. */
export function Providers({ user, children }: { user: User | undefined; children: ReactNode }) {
  const [cache] = useState(makeCache);
  return (
    <QueryClientProvider client={cache}>
      <SessionProvider initialUser={user}>
        <LiveProvider>{children}</LiveProvider>
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
