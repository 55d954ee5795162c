"use client";

import { useEffect } from "react";
import { ShortcutsContext, useProvided, type ListedShortcuts } from "../app-context.ts";

/** Puts a page's shortcuts on the list that `?` opens, for as long as the page is there. */
export function useListedShortcuts(shortcuts: ListedShortcuts["listed"]): void {
  const { list } = useProvided(ShortcutsContext);
  useEffect(() => {
    list(shortcuts);
    return () => list([]);
  }, [list, shortcuts]);
}
