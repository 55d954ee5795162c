import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureNames } from "./features.ts";
import { currentModel } from "./model-version.ts";
import { limitWeights } from "./weight-limits.ts";

const anyWeights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
  minLength: featureNames.length,
  maxLength: featureNames.length,
});

describe("limitWeights", () => {
  it("leaves the shipped weights as they are: they stand within the limits", () => {
    const weights = [...currentModel.weights];
    limitWeights(weights);
    expect(weights).toEqual(currentModel.weights);
  });

  it("brings any weights to where it would not move them again", () => {
    fc.assert(
      fc.property(anyWeights, (given) => {
        const weights = [...given];
        limitWeights(weights);
        const again = [...weights];
        limitWeights(again);
        again.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i] ?? NaN, 9));
      }),
    );
  });
});
