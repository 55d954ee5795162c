"use client";

import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import { useEffect, useEffectEvent } from "react";
import { isShortcut } from "./shortcut.ts";

type Shortcuts = MonacoConfig["shortcuts"];

/** Runs a command when its keys are pressed anywhere on the page, before the editor can take them. */
export function useShortcuts(
  shortcuts: Shortcuts,
  commands: Record<Shortcuts[number]["command"], () => void>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const pressed = shortcuts.find(({ keys }) => keys.some((one) => isShortcut(one, event)));
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) commands[pressed.command]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", listener, { capture: true });
    return () => removeEventListener("keydown", listener, { capture: true });
  }, []);
}
