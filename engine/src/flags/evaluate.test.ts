import { FlagName } from "@mastery/contracts/flag";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFlag } from "./evaluate.ts";

const learners = Array.from({ length: 4_000 }, (_, index) => `learner-${index}`);
const name = fc.constantFrom(...FlagName.options);
const percent = fc.integer({ min: 0, max: 100 });

describe("deciding a flag for a learner", () => {
  it("is on for all when true or 100%, for nobody when false or 0%", () => {
    fc.assert(
      fc.property(name, fc.string(), (flag, learner) => {
        expect(evaluateFlag(flag, "true", learner)).toBe(true);
        expect(evaluateFlag(flag, "100%", learner)).toBe(true);
        expect(evaluateFlag(flag, "false", learner)).toBe(false);
        expect(evaluateFlag(flag, "0%", learner)).toBe(false);
      }),
    );
  });

  it("keeps everybody it had when the share grows", () => {
    fc.assert(
      fc.property(name, fc.string(), percent, percent, (flag, learner, one, other) => {
        const [smaller, larger] = [Math.min(one, other), Math.max(one, other)];
        const had = evaluateFlag(flag, `${smaller}%`, learner);
        expect(had && !evaluateFlag(flag, `${larger}%`, learner)).toBe(false);
      }),
    );
  });

  it("is on for close to the share of learners", () => {
    const on = learners.filter((learner) => evaluateFlag("FEATURE_MCP_SKILLS", "25%", learner)).length;
    expect(on / learners.length).toBeGreaterThan(0.22);
    expect(on / learners.length).toBeLessThan(0.28);
  });

  it("chooses other learners for another flag", () => {
    const both = learners.filter(
      (learner) =>
        evaluateFlag("FEATURE_MCP_SKILLS", "50%", learner) &&
        evaluateFlag("FEATURE_API_INTEGRATION", "50%", learner),
    ).length;
    expect(both / learners.length).toBeGreaterThan(0.2);
    expect(both / learners.length).toBeLessThan(0.3);
  });
});
