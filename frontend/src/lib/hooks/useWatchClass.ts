"use client";

import { useEffect } from "react";
import { LiveContext, useProvided } from "../app-context.ts";

/** Follows this class's stream of events while the component is shown. */
export function useWatchClass(classId: string | undefined): void {
  const { watchClass } = useProvided(LiveContext);
  useEffect(() => {
    watchClass(classId);
    return () => watchClass(undefined);
  }, [classId, watchClass]);
}
