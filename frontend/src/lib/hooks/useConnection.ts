"use client";

import { ConnectionContext, useProvided, type ConnectionView } from "../app-context.ts";

/** How the stream of events stands, for the light and its words. */
export function useConnection(): ConnectionView {
  return useProvided(ConnectionContext);
}
