"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";

export const statusItemsId = "status-items";

const nothingChanges = () => () => {};

/** What a page adds to the status bar: `<StatusItems><span>Draft saved 10:42</span></StatusItems>`. */
export function StatusItems({ children }: { children: ReactNode }) {
  // The bar is part of the layout, so it stands before any page; the server renders nothing here.
  const bar = useSyncExternalStore(
    nothingChanges,
    () => document.querySelector(`#${statusItemsId}`),
    () => null,
  );
  return bar && createPortal(children, bar);
}
