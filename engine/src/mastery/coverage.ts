import type { Evidence } from "@mastery/contracts/mastery";
import { conceptScore, type Score } from "./concept-score.ts";
import { scaleCourse, type CourseOutline } from "./course-scale.ts";
import type { ModelVersion } from "./model-version.ts";
import { overall } from "./overall.ts";
import type { SharedValue } from "./shared-values.ts";
import { simulateClass, simulatedCourse } from "./simulated-class.ts";
import { trueDifficulty } from "./simulated-mind.ts";

export interface Coverage {
  /** Share of intervals that hold the true chance; 0.8 is what they promise. */
  readonly share: number;
  readonly intervals: number;
  readonly meanWidth: number;
  /** Mean of score minus truth: positive promises too much. */
  readonly bias: number;
}
export type CoverageKind = Evidence | "overall";

const dayMs = 86_400_000;
const until = Date.UTC(2026, 10, 1);
/** Days after the last history at which we ask: the same day, and after one and two weeks. */
const askedAfterDays = [0, 7, 14];

/**
 * How often the 80 % intervals hold the truth, over simulated learners whose true chances are known. The simulation
 * is the one the weights were fitted on, with other seeds, so this is the best case. The
 * figures measured for the version in use stand at `interval`.
 */
export function measureCoverage(
  model: ModelVersion,
  input: { seed: number; learners: number },
): Record<CoverageKind, Coverage> {
  const course = simulatedCourse(8, 3);
  const truths = trueScale(course);
  const tally = { none: newTally(), low: newTally(), enough: newTally(), overall: newTally() };
  for (const { state, mind, scale } of simulateClass(model, { ...input, course, until })) {
    for (const days of askedAfterDays) {
      const at = until + days * dayMs;
      let sum = 0;
      for (const concept of scale.concepts.values()) {
        const truth = mind.unseenChance(concept.concept, truths.get(concept.concept) ?? 0, at);
        const score = conceptScore(model, state, concept, at);
        count(tally[score.evidence], score, truth);
        sum += truth;
      }
      count(tally.overall, overall(model, state, at, scale), sum / Math.max(1, scale.concepts.size));
    }
  }
  return {
    none: summary(tally.none),
    low: summary(tally.low),
    enough: summary(tally.enough),
    overall: summary(tally.overall),
  };
}

/** The true median difficulty of each concept's exercises. */
function trueScale(course: CourseOutline): Map<string, number> {
  const difficulty = new Map<string, SharedValue>(
    course.exercises.map((exercise) => [exercise.slug, { value: trueDifficulty(exercise), count: 0 }]),
  );
  const { concepts } = scaleCourse(course, { difficulty, ease: new Map() });
  return new Map([...concepts].map(([id, { typicalDifficulty }]) => [id, typicalDifficulty]));
}

interface Tally {
  held: number;
  intervals: number;
  width: number;
  bias: number;
}

function newTally(): Tally {
  return { held: 0, intervals: 0, width: 0, bias: 0 };
}

function count(tally: Tally, { score, low, high }: Score, truth: number): void {
  tally.held += truth >= low && truth <= high ? 1 : 0;
  tally.intervals += 1;
  tally.width += high - low;
  tally.bias += score - truth;
}

function summary({ held, intervals, width, bias }: Tally): Coverage {
  const n = Math.max(1, intervals);
  return { share: held / n, intervals, meanWidth: width / n, bias: bias / n };
}
