import type { Course } from "../course/course.ts";
import { courseOutline } from "../learning/course-outline.ts";
import type { CourseOutline } from "../mastery/course-scale.ts";
import { seededRandom } from "../mastery/seeded-random.ts";
import { simulateHistory, type SimulatedSubmission } from "../mastery/simulate-learner.ts";
import { demoStudent, type DemoLearner } from "./demo-people.ts";

const dayMs = 86_400_000;
/** Long enough for everybody to get as far as their entry says. */
const simulatedDays = 120;
const seedsTried = 500;
const recentDays = 1.5;

/** Everything an invented learner handed in, in time order. The same seed, the same history. */
export function demoHistory(
  course: Course,
  learner: DemoLearner,
  { now, seed }: { readonly now: Date; readonly seed: number },
): SimulatedSubmission[] {
  const outline = courseOutline(course);
  const first = oneHistory(outline, learner, now, seed);
  if (learner !== demoStudent) return first;
  // Visitors sign in as the demo student: theirs is the first history that shows a bit of everything.
  for (let tried = 1; tried < seedsTried; tried += 1) {
    const history = oneHistory(outline, learner, now, seed + tried);
    if (showsABitOfEverything(history, now)) return history;
  }
  return first;
}

function oneHistory(
  course: CourseOutline,
  learner: DemoLearner,
  now: Date,
  seed: number,
): SimulatedSubmission[] {
  const { ability, reach } = learner;
  const simulated = simulateHistory({ seed, ability, course, days: simulatedDays, until: now.getTime() });
  const sittings = [...Map.groupBy(simulated, dayOf).values()];
  const done = sittingsUntil(sittings, reach * course.exercises.length);
  return spread(done, learner, now, seed);
}

/** The sittings up to the one in which so many exercises are passed. */
function sittingsUntil(
  sittings: readonly SimulatedSubmission[][],
  exercises: number,
): SimulatedSubmission[][] {
  const passed = new Set<string>();
  const end = sittings.findIndex((sitting) => {
    for (const { exercise, outcome } of sitting) if (outcome === 1) passed.add(exercise);
    return passed.size >= exercises;
  });
  return sittings.slice(0, end === -1 ? sittings.length : end + 1);
}

/** Puts each sitting on a day of its own: the last one when they were last here, the others anywhere since they joined. */
function spread(
  sittings: readonly SimulatedSubmission[][],
  { days, awayDays }: DemoLearner,
  now: Date,
  seed: number,
): SimulatedSubmission[] {
  const random = seededRandom(seed);
  const chosen = Array.from({ length: days - awayDays }, (_, index) => ({
    back: index + 1,
    draw: random.uniform(),
  }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, sittings.length - 1)
    .map(({ back }) => back);
  const backwards = [0, ...chosen].sort((a, b) => b - a);
  const kept = sittings.slice(0, backwards.length);
  const last = kept.at(-1)?.at(-1);
  if (!last) return [];
  const until = now.getTime() - awayDays * dayMs;
  // The latest day on which the last sitting is over by now.
  const lastDay = Math.floor((until - (last.at % dayMs)) / dayMs);
  return kept.flatMap((sitting, index) =>
    sitting.map((submission) => ({
      ...submission,
      at: (lastDay - (backwards[index] ?? 0)) * dayMs + (submission.at % dayMs),
    })),
  );
}

function dayOf({ at }: SimulatedSubmission): number {
  return Math.floor(at / dayMs);
}

/** With setbacks to the end, on enough days for a streak and for gaps, and here yesterday or today. */
function showsABitOfEverything(history: readonly SimulatedSubmission[], now: Date): boolean {
  const failures = history.filter(({ outcome }) => outcome === 0).length;
  const lately = history.slice(-8).filter(({ outcome }) => outcome === 0).length;
  const days = new Set(history.map(dayOf)).size;
  const last = history.at(-1)?.at ?? 0;
  return (
    failures >= history.length * 0.35 &&
    lately >= 3 &&
    days >= 8 &&
    now.getTime() - last <= recentDays * dayMs
  );
}
