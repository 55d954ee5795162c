"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import {
  draftBeside,
  draftPlace,
  readDraft,
  saveDraft,
  settleDraft,
  type Draft,
  type Saved,
} from "./draft-store.ts";

/** Long enough to gather a burst of keys, short enough that a crash costs a word at most. */
const saveAfterMs = 250;

export interface DraftState {
  /** The text to begin with. */
  readonly opened: string;
  /** When the draft was last saved, in ms. */
  readonly savedAt: number | undefined;
  /** The browser's storage takes no more: the text is only on this page. */
  readonly full: boolean;
  /** Another tab's version that says something else; neither has overwritten the other. */
  readonly other: Draft | undefined;
}

/** Keeps what is typed into one exercise in this browser: saved as typed, never overwritten silently. */
export function useDraft(userId: string, exercise: string, fallback: string) {
  const [tab] = useState(() => crypto.randomUUID());
  const place = draftPlace(userId, exercise, tab);
  const [state, setState] = useState<DraftState>(() => open(place, fallback));
  const text = useRef(state.opened);
  const known = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const take = (saved: Saved) => {
    if (saved.type === "saved") known.current = saved.draft;
    setState((before) => ({
      ...before,
      full: saved.type === "full",
      ...(saved.type === "saved" ? { savedAt: saved.draft.savedAt } : {}),
      ...(saved.type === "conflict" ? { other: saved.other } : {}),
    }));
  };
  const mine = (): Draft => ({ code: text.current, savedAt: Date.now(), tab });
  const save = useEffectEvent(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    take(saveDraft(localStorage, place, mine(), known.current));
  });

  const onStored = useEffectEvent((event: StorageEvent) => {
    if (event.key !== place.key) return;
    const stored = readDraft(localStorage, place.key);
    if (!stored || stored.tab === tab) return;
    if (stored.code === text.current) {
      known.current = stored;
      setState((before) => ({ ...before, other: undefined, savedAt: stored.savedAt }));
    } else setState((before) => ({ ...before, other: stored }));
  });

  useEffect(() => {
    known.current = readDraft(localStorage, place.key);
    const hide = () => document.visibilityState === "hidden" && save();
    const leave = () => save();
    addEventListener("storage", onStored);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("storage", onStored);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      leave();
    };
  }, [place.key]);

  return {
    ...state,
    type(code: string) {
      text.current = code;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(), saveAfterMs);
    },
    /** Ends a conflict in favour of `code`: this page's text, or the other's once it stands here. */
    settle(code: string) {
      text.current = code;
      clearTimeout(timer.current);
      timer.current = undefined;
      take(settleDraft(localStorage, place, mine()));
      setState((before) => ({ ...before, other: undefined }));
    },
  };
}

function open(place: ReturnType<typeof draftPlace>, fallback: string): DraftState {
  const draft = readDraft(localStorage, place.key);
  return {
    opened: draft?.code ?? fallback,
    savedAt: draft?.savedAt,
    full: false,
    other: draftBeside(localStorage, place),
  };
}
