"use client";

import { useEffect, useEffectEvent } from "react";
import { LiveContext, useProvided, type LiveHandler } from "../app-context.ts";

/** Calls `handler` for each event as it arrives; the cache is up to date by then. */
export function useLiveEvents(handler: LiveHandler): void {
  const { listen } = useProvided(LiveContext);
  const onEvent = useEffectEvent(handler);
  useEffect(() => listen((event, sequence) => onEvent(event, sequence)), [listen]);
}
