import { z } from "zod";

/** A draft as it lies in the browser's storage. */
export const Draft = z.object({
  code: z.string(),
  /** When it was saved, in ms. */
  savedAt: z.number(),
  /** The tab that saved it. */
  tab: z.string(),
});
export type Draft = z.infer<typeof Draft>;

/** The part of `localStorage` that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export type Saved =
  | { readonly type: "saved"; readonly draft: Draft }
  /** Another tab has written since; ours was put beside it, nothing was overwritten. */
  | { readonly type: "conflict"; readonly other: Draft }
  /** The browser takes no more; the text is only on the page. */
  | { readonly type: "full" };

export interface DraftPlace {
  readonly key: string;
  /** Where this tab puts its text while another tab's stands under `key`. */
  readonly besideKey: string;
}

export function draftPlace(userId: string, exercise: string, tab: string): DraftPlace {
  const key = `mastery.draft.${userId}.${exercise}`;
  return { key, besideKey: `${key}.beside.${tab}` };
}

/** Undefined when there is none, or what lies there is not a draft. */
export function readDraft(storage: DraftStorage, key: string): Draft | undefined {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : Draft.safeParse(JSON.parse(text)).data;
  } catch {
    // Forbidden or spoiled storage is the same to a learner as an empty one.
    return undefined;
  }
}

/** Saves `draft` if what lies there is what this tab knows (`known`) or says the same; else puts it beside. */
export function saveDraft(
  storage: DraftStorage,
  place: DraftPlace,
  draft: Draft,
  known: Draft | undefined,
): Saved {
  const stored = readDraft(storage, place.key);
  const foreign = stored && stored.tab !== draft.tab && stored.savedAt !== known?.savedAt;
  if (foreign && stored.code !== draft.code) {
    return write(storage, place.besideKey, draft) ? { type: "conflict", other: stored } : { type: "full" };
  }
  return write(storage, place.key, draft) ? { type: "saved", draft } : { type: "full" };
}

/** Ends a conflict: `draft` is the one that counts from now on. */
export function settleDraft(storage: DraftStorage, place: DraftPlace, draft: Draft): Saved {
  const saved = write(storage, place.key, draft);
  if (saved) for (const key of keysBeside(storage, place.key)) storage.removeItem(key);
  return saved ? { type: "saved", draft } : { type: "full" };
}

/** The newest text that a tab put beside this draft and that says something else, left by a crash or a closed tab. */
export function draftBeside(storage: DraftStorage, place: DraftPlace): Draft | undefined {
  const main = readDraft(storage, place.key);
  const beside = keysBeside(storage, place.key).map((key) => readDraft(storage, key));
  return beside
    .filter((draft) => draft !== undefined)
    .filter(({ code }) => code !== main?.code)
    .toSorted((a, b) => b.savedAt - a.savedAt)[0];
}

function keysBeside(storage: DraftStorage, key: string): string[] {
  try {
    const keys = Array.from({ length: storage.length }, (_unused, index) => storage.key(index) ?? "");
    return keys.filter((candidate) => candidate.startsWith(`${key}.beside.`));
  } catch {
    return [];
  }
}

function write(storage: DraftStorage, key: string, draft: Draft): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    // Full, or forbidden: the caller says so to the learner.
    return false;
  }
}
