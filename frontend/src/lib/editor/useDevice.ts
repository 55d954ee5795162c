"use client";

import type { MonacoConfigRequest } from "@mastery/contracts/monaco-config";
import { useState, useSyncExternalStore } from "react";

const storageKey = "mastery.screen-reader";

/** What the editor must know of the place it stands in, and a switch for screen readers, which no browser reveals. */
export function useDevice() {
  const [screenReader, setScreenReader] = useState(() => localStorage.getItem(storageKey) === "on");
  const device: Omit<MonacoConfigRequest, "language"> = {
    coarsePointer: useMedia("(pointer: coarse)"),
    screenReader,
    theme: useMedia("(prefers-contrast: more)") ? "high-contrast" : "standard",
  };
  const toggleScreenReader = () => {
    localStorage.setItem(storageKey, screenReader ? "off" : "on");
    setScreenReader(!screenReader);
  };
  return { device, toggleScreenReader };
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
