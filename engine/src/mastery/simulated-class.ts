import { scaleCourse, scoreAttempt, type CourseOutline, type CourseScale } from "./course-scale.ts";
import type { Attempt } from "./attempt.ts";
import { emptyLearnerState, type LearnerState } from "./learner-state.ts";
import type { ModelVersion } from "./model-version.ts";
import { observe } from "./observe.ts";
import { seededRandom } from "./seeded-random.ts";
import { updateShared, type SharedValue } from "./shared-values.ts";
import { simulateLearner } from "./simulate-learner.ts";
import type { SimulatedMind } from "./simulated-mind.ts";
import { countAttempt } from "./sitting.ts";

const abilityDeviation = 0.85;
const daysMin = 2;
const daysMax = 60;

/** One learner of a simulated class after all attempts, with the truth behind them. */
export interface ClassMember {
  readonly state: LearnerState;
  readonly mind: SimulatedMind;
  readonly scale: CourseScale;
}

/**
 * Runs simulated learners of drawn abilities through the model as the product does: sitting rule, observation,
 * shared values. `onAttempt` sees each counted attempt with the state before it, and whether it is the first of its
 * exercise in its sitting: a pass that follows a failure at once says little, because further failures would not count.
 */
export function simulateClass(
  model: ModelVersion,
  input: { seed: number; learners: number; course: CourseOutline; until: number },
  onAttempt: (before: LearnerState, attempt: Attempt, first: boolean) => void = () => undefined,
): ClassMember[] {
  const random = seededRandom(input.seed);
  const difficulty = new Map<string, SharedValue>();
  const ease = new Map<string, SharedValue>();
  const members: ClassMember[] = [];
  for (let i = 0; i < input.learners; i += 1) {
    const { submissions, mind } = simulateLearner({
      seed: Math.floor(random.uniform() * 2 ** 32),
      ability: abilityDeviation * random.normal(),
      course: input.course,
      days: Math.round(daysMin + (daysMax - daysMin) * random.uniform() ** 2),
      until: input.until,
    });
    let state = emptyLearnerState();
    let scale = scaleCourse(input.course, { difficulty, ease });
    for (const submission of submissions) {
      const counted = countAttempt(state, submission);
      state = counted.state;
      if (!counted.counts) continue;
      const attempt = scoreAttempt(scale, { ...submission, timeZone: "UTC" });
      if (!attempt) continue;
      const { failed, passed } = state.sitting;
      const first = !(attempt.outcome === 1 ? failed : passed).includes(attempt.exercise);
      onAttempt(state, attempt, first);
      const after = updateShared(state, attempt, {
        exercise: difficulty.get(attempt.exercise)?.count ?? 0,
        concept: (concept) => ease.get(concept)?.count ?? 0,
      });
      difficulty.set(attempt.exercise, after.difficulty);
      for (const part of after.ease) ease.set(part.concept, part.ease);
      state = observe(model, state, attempt);
      scale = scaleCourse(input.course, { difficulty, ease });
    }
    members.push({ state, mind, scale });
  }
  return members;
}

/** A course to simulate in: a chain of concepts, each with its exercises from easy to hard. */
export function simulatedCourse(concepts: number, exercisesPerConcept: number): CourseOutline {
  const names = Array.from({ length: concepts }, (_, i) => `concept-${i + 1}`);
  return {
    concepts: names.map((concept, i) => ({
      concept,
      name: `Concept ${i + 1}`,
      prerequisites: names.slice(Math.max(0, i - 1), i),
    })),
    exercises: names.flatMap((concept, i) =>
      Array.from({ length: exercisesPerConcept }, (_, k) => ({
        slug: `${concept}-${k + 1}`,
        // Every third exercise also uses the concept before.
        concepts: k % 3 === 2 && i > 0 ? [concept, `concept-${i}`] : [concept],
        difficulty: Math.min(9, 1 + Math.round((i * 4) / concepts) + k),
      })),
    ),
  };
}
