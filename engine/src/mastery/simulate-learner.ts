import type { Outcome } from "./attempt.ts";
import type { CourseOutline, ExerciseOutline } from "./course-scale.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";
import { simulatedMind, type SimulatedMind } from "./simulated-mind.ts";

export interface SimulatedSubmission {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly exercise: string;
  readonly outcome: Outcome;
}

export interface SimulationInput {
  readonly seed: number;
  /** In logits: 0 is an average learner, 1 a strong one, -1 a weak one. */
  readonly ability: number;
  /** Exercises in the order in which the course teaches them. */
  readonly course: CourseOutline;
  /** Length of the history, and the moment (epoch milliseconds) it ends before. */
  readonly days: number;
  readonly until: number;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const triesMax = 4;
const exercisesADayMax = 5;
const reviewShare = 0.25;
/** Sittings begin in the afternoon, 14:00 to 19:00 UTC. */
const firstHour = 14;
const hours = 5;

/** Every submission of a simulated learner in time order, counted attempts or not. The same input, the same history. */
export function simulateHistory(input: SimulationInput): SimulatedSubmission[] {
  return simulateLearner(input).submissions;
}

/** The history together with the mind that made it, for measuring the model against the truth. */
export function simulateLearner(input: SimulationInput): {
  submissions: SimulatedSubmission[];
  mind: SimulatedMind;
} {
  const random = seededRandom(input.seed);
  const mind = simulatedMind(input.ability, input.course, random);
  const diligence = 0.35 + 0.45 * random.uniform();
  const passed = new Set<string>();
  const submissions: SimulatedSubmission[] = [];
  const firstDay = Math.floor(input.until / dayMs) - input.days;
  for (let day = 0; day <= input.days; day += 1) {
    if (random.uniform() > diligence) continue;
    let at = (firstDay + day) * dayMs + (firstHour + hours * random.uniform()) * 60 * minuteMs;
    const exercises = 1 + Math.floor(exercisesADayMax * random.uniform());
    for (let i = 0; i < exercises; i += 1) {
      const exercise = choose(input.course, passed, random);
      if (!exercise) break;
      at = workOn(exercise, at, { until: input.until, mind, random, passed, submissions });
    }
  }
  return { submissions, mind };
}

interface Work {
  readonly until: number;
  readonly mind: SimulatedMind;
  readonly random: SeededRandom;
  readonly passed: Set<string>;
  readonly submissions: SimulatedSubmission[];
}

/** Tries until it passes or patience ends; answers with the time afterwards. */
function workOn(exercise: ExerciseOutline, start: number, work: Work): number {
  let at = start;
  for (let tries = 0; tries < triesMax; tries += 1) {
    at = Math.round(at + (1 + (2 + exercise.difficulty) * work.random.uniform()) * minuteMs);
    if (at >= work.until) break;
    const outcome: Outcome = work.random.uniform() < work.mind.chance(exercise, at) ? 1 : 0;
    work.mind.learn(exercise, outcome === 1, at);
    work.submissions.push({ at, exercise: exercise.slug, outcome });
    if (outcome === 1) {
      work.passed.add(exercise.slug);
      break;
    }
  }
  return at;
}

/** Mostly one of the next few exercises in the course's order, now and then one passed before. */
function choose(
  course: CourseOutline,
  passed: ReadonlySet<string>,
  random: SeededRandom,
): ExerciseOutline | undefined {
  const fresh = course.exercises.filter(({ slug }) => !passed.has(slug));
  const known = course.exercises.filter(({ slug }) => passed.has(slug));
  const reviews = known.length > 0 && (fresh.length === 0 || random.uniform() < reviewShare);
  const from = reviews ? known : fresh.slice(0, 3);
  return from[Math.floor(random.uniform() * from.length)];
}
