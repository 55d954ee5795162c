import type { ConceptMastery } from "@mastery/contracts/mastery";
import { describe, expect, it } from "vitest";
import { conceptInFocus, describeLock, describeStanding } from "./describe-standing.ts";

function concept(name: string, more: Partial<ConceptMastery> = {}): ConceptMastery {
  return {
    concept: name.toLowerCase(),
    name,
    score: 0.48,
    low: 0.344,
    high: 0.62,
    evidence: "enough",
    status: "learning",
    attempts: 6,
    because: [],
    ...more,
  };
}

describe("where a learner stands with a concept, in words", () => {
  it("says the number, how sure it is, and when there is little to go by", () => {
    expect(describeStanding(concept("Dicts"))).toBe("Dicts 48 %, likely 34 to 62");
    expect(describeStanding(concept("Dicts", { evidence: "low" }))).toBe(
      "Dicts 48 %, likely 34 to 62, few attempts so far",
    );
  });

  it("gives no number without evidence", () => {
    expect(describeStanding(concept("Sets", { evidence: "none" }))).toBe("Sets, not tried yet");
  });
});

describe("what opens a locked concept", () => {
  it("names the prerequisites that are untried or too low, and no others", () => {
    const concepts = [
      concept("Lists", { score: 0.7 }),
      concept("Dicts", { score: 0.49 }),
      concept("Errors", { score: 0.9, evidence: "none" }),
      concept("Sets", { score: 0.1 }),
    ];
    expect(describeLock({ prerequisites: ["lists", "dicts", "errors"] }, concepts)).toBe(
      "Opens when Dicts and Errors reach 50",
    );
    expect(describeLock({ prerequisites: ["sets"] }, concepts)).toBe("Opens when Sets reaches 50");
  });

  it("says nothing when nothing is missing", () => {
    expect(describeLock({ prerequisites: ["lists"] }, [concept("Lists", { score: 0.5 })])).toBeUndefined();
  });
});

describe("the concept shown first", () => {
  it("is what slips, before what is weakest, before what is next", () => {
    const ready = concept("Sets", { status: "ready", score: 0.1 });
    const weak = concept("Dicts", { score: 0.2 });
    const better = concept("Lists", { score: 0.6 });
    const slipping = concept("Strings", { status: "review", score: 0.83 });
    expect(conceptInFocus([ready, better, weak, slipping])).toBe("strings");
    expect(conceptInFocus([ready, better, weak])).toBe("dicts");
    expect(conceptInFocus([ready])).toBe("sets");
    expect(conceptInFocus([])).toBeUndefined();
  });
});
