import { z } from "zod";

/** How the window is divided: the task's share of its width, the results' share of its height; 0 to 1. */
export const PaneShares = z.object({
  task: z.number().min(0).max(1).optional(),
  results: z.number().min(0).max(1).optional(),
});
export type PaneShares = z.infer<typeof PaneShares>;
export type PaneName = keyof PaneShares;

export const shareMin = 0.15;
export const shareMax = 0.7;
const stepByKey = 0.02;
const storageKey = "mastery.panes";

/** No pane may be dragged out of sight. */
export function clampShare(share: number): number {
  return Math.min(shareMax, Math.max(shareMin, share));
}

/** The share after a key on its splitter; undefined for a key that means nothing there. `growKey` widens it. */
export function shareAfterKey(
  share: number,
  key: string,
  keys: { readonly grow: string; readonly shrink: string },
): number | undefined {
  const moved: Record<string, number> = {
    [keys.grow]: share + stepByKey,
    [keys.shrink]: share - stepByKey,
    Home: shareMin,
    End: shareMax,
  };
  const next = moved[key];
  return next === undefined ? undefined : clampShare(next);
}

export function readPaneShares(storage: Pick<Storage, "getItem">): PaneShares {
  try {
    return PaneShares.parse(JSON.parse(storage.getItem(storageKey) ?? "{}"));
  } catch {
    // Spoiled or forbidden: the design's own division.
    return {};
  }
}

export function keepPaneShares(storage: Pick<Storage, "setItem">, shares: PaneShares): void {
  try {
    storage.setItem(storageKey, JSON.stringify(shares));
  } catch {
    // The panes are right on this page; they are only not remembered.
  }
}
