import { describe, expect, it } from "vitest";
import {
  draftBeside,
  draftPlace,
  readDraft,
  saveDraft,
  settleDraft,
  type Draft,
  type DraftStorage,
} from "./draft-store.ts";

function memory(charactersMax = Infinity): DraftStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (value.length > charactersMax) throw new DOMException("full", "QuotaExceededError");
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
    key: (index) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

const here = draftPlace("ada", "count-words", "here");
const there = draftPlace("ada", "count-words", "there");
const draft = (tab: string, savedAt: number, code: string): Draft => ({ tab, savedAt, code });

describe("drafts", () => {
  it("gives back what was saved, to this learner and exercise alone", () => {
    const storage = memory();
    saveDraft(storage, here, draft("here", 1, "x = 1"), undefined);
    expect(readDraft(storage, here.key)?.code).toBe("x = 1");
    expect(readDraft(storage, draftPlace("ben", "count-words", "here").key)).toBeUndefined();
    expect(readDraft(storage, draftPlace("ada", "other", "here").key)).toBeUndefined();
  });

  it("goes on saving what the same tab types", () => {
    const storage = memory();
    const first = draft("here", 1, "a");
    saveDraft(storage, here, first, undefined);
    expect(saveDraft(storage, here, draft("here", 2, "ab"), first).type).toBe("saved");
    expect(readDraft(storage, here.key)?.code).toBe("ab");
  });

  it("goes on from a draft that another tab left and this one opened", () => {
    const storage = memory();
    const opened = draft("there", 1, "a");
    saveDraft(storage, there, opened, undefined);
    expect(saveDraft(storage, here, draft("here", 2, "ab"), opened).type).toBe("saved");
  });

  it("never overwrites what another tab wrote meanwhile, and keeps both", () => {
    const storage = memory();
    const opened = draft("here", 1, "a");
    saveDraft(storage, here, opened, undefined);
    const theirs = draft("there", 2, "a, theirs");
    saveDraft(storage, there, theirs, opened);
    const mine = draft("here", 3, "a, mine");
    expect(saveDraft(storage, here, mine, opened)).toEqual({ type: "conflict", other: theirs });
    expect(readDraft(storage, here.key)).toEqual(theirs);
    expect(draftBeside(storage, there)).toEqual(mine);
  });

  it("sees no conflict where both tabs say the same", () => {
    const storage = memory();
    saveDraft(storage, there, draft("there", 2, "same"), undefined);
    expect(saveDraft(storage, here, draft("here", 3, "same"), undefined).type).toBe("saved");
  });

  it("has nothing beside once a conflict is settled", () => {
    const storage = memory();
    saveDraft(storage, there, draft("there", 1, "theirs"), undefined);
    const mine = draft("here", 2, "mine");
    saveDraft(storage, here, mine, undefined);
    settleDraft(storage, here, mine);
    expect(readDraft(storage, here.key)).toEqual(mine);
    expect(draftBeside(storage, here)).toBeUndefined();
  });

  it("says so when the browser takes no more", () => {
    expect(saveDraft(memory(10), here, draft("here", 1, "x".repeat(99)), undefined)).toEqual({
      type: "full",
    });
  });

  it("takes spoiled storage for empty", () => {
    const storage = memory();
    storage.setItem(here.key, "{");
    expect(readDraft(storage, here.key)).toBeUndefined();
  });
});
