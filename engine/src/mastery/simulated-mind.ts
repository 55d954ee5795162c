import type { CourseOutline, ExerciseOutline } from "./course-scale.ts";
import { logistic } from "./logistic.ts";
import { seededRandom, seedFrom, type SeededRandom } from "./seeded-random.ts";
import { seedDifficulty } from "./shared-values.ts";

/**
 * What a simulated learner truly knows. It learns by trying, more by succeeding, and forgets part of
 * what it learned, with the logarithm of time, and more slowly what it practised often. Invented, plausible, and not fitted to anybody.
 */
export interface SimulatedMind {
  /** The true chance to pass an exercise at a time. */
  readonly chance: (exercise: ExerciseOutline, at: number) => number;
  /** The true chance to pass an unseen exercise of a given true difficulty. */
  readonly unseenChance: (concept: string, difficulty: number, at: number) => number;
  /** Learns from a try. */
  readonly learn: (exercise: ExerciseOutline, passed: boolean, at: number) => void;
}

const dayMs = 86_400_000;
const easeOfStart = 0.65;
const talentDeviation = 0.75;
const ratingError = 0.35;
const learnedMax = 2.2;
const learningShare = { passed: 0.2, failed: 0.1 };
const forgettingPerLnDay = 0.5;
const retryGain = 0.5;
const solvedGain = 1.8;
const lapse = 0.02;

interface Memory {
  learned: number;
  practice: number;
  practisedAt: number;
}

/** `ability` is in logits: 0 is an average learner, 1 a strong one, -1 a weak one. */
export function simulatedMind(ability: number, course: CourseOutline, random: SeededRandom): SimulatedMind {
  const talent = new Map(course.concepts.map(({ concept }) => [concept, talentDeviation * random.normal()]));
  const memories = new Map<string, Memory>();
  const own = new Map<string, { failures: number; solved: boolean }>();

  const skill = (concept: string, at: number): number => {
    const memory = memories.get(concept);
    if (!memory) return ability + (talent.get(concept) ?? 0);
    const days = Math.max(0, at - memory.practisedAt) / dayMs;
    const kept = 1 / (1 + (forgettingPerLnDay * Math.log1p(days)) / (1 + 0.15 * memory.practice));
    return ability + (talent.get(concept) ?? 0) + memory.learned * kept;
  };
  const success = (logit: number): number => lapse + (1 - 2 * lapse) * logistic(easeOfStart + logit);

  return {
    chance: (exercise, at) => {
      const known = own.get(exercise.slug);
      const familiar = (known?.solved ? solvedGain : 0) + retryGain * Math.min(4, known?.failures ?? 0);
      const skills = exercise.concepts.map((concept) => skill(concept, at));
      const mean = skills.reduce((sum, value) => sum + value, 0) / Math.max(1, skills.length);
      return success(mean + familiar - trueDifficulty(exercise));
    },
    unseenChance: (concept, difficulty, at) => success(skill(concept, at) - difficulty),
    learn: (exercise, passed, at) => {
      const known = own.get(exercise.slug) ?? { failures: 0, solved: false };
      own.set(exercise.slug, {
        failures: known.failures + (passed ? 0 : 1),
        solved: known.solved || passed,
      });
      for (const concept of exercise.concepts) {
        const memory = memories.get(concept) ?? { learned: 0, practice: 0, practisedAt: at };
        const share = passed ? learningShare.passed : learningShare.failed;
        memory.learned += share * (learnedMax - memory.learned);
        memory.practice += passed ? 1 : 0.3;
        memory.practisedAt = at;
        memories.set(concept, memory);
      }
    },
  };
}

/** Authors are never quite right about difficulty, but wrong in the same way for every learner. */
export function trueDifficulty(exercise: ExerciseOutline): number {
  return seedDifficulty(exercise.difficulty) + ratingError * seededRandom(seedFrom(exercise.slug)).normal();
}
