import { uuidv7 } from "uuidv7";
import type { Course } from "../course/course.ts";
import { currentModel } from "../mastery/model-version.ts";
import { dayIn } from "../mastery/practised-days.ts";
import { seededRandom, seedFrom } from "../mastery/seeded-random.ts";
import { recommend, type Suggestion } from "../recommendations/recommend.ts";
import { selectTriedSince } from "../stores/attempts.ts";
import type { Database } from "../stores/database.ts";
import {
  insertRecommendations,
  lockRecommendations,
  markShown,
  selectDismissedSince,
  selectOpenRecommendations,
} from "../stores/recommendations.ts";
import { selectTimeZone } from "../stores/time-zones.ts";
import { readLearnerView } from "./learner-view.ts";

const dayMs = 86_400_000;
/** How long "not now" lasts. */
const dismissalMs = 3 * dayMs;
/** An accepted suggestion stays the same one while the learner is likely to be at it. */
const acceptanceMs = dayMs;
/** Exercises tried within this time step back. */
const recentMs = 7 * dayMs;

export interface RecommendedExercise extends Suggestion {
  readonly id: string;
}

interface Request {
  readonly studentId: string;
  readonly course: Course;
  readonly limit: number;
  /** Whether the learner is looking, not their teacher. */
  readonly shown: boolean;
  readonly now: Date;
}

/**
 * What a learner should practise next. The same learner gets the same answer until they do something: the random
 * choices come from a seed of what they have done, and an open suggestion keeps its id.
 */
export async function recommendExercises(db: Database, request: Request): Promise<RecommendedExercise[]> {
  const suggestions = await suggest(db, request);
  const known = await openRecommendations(db, request);
  const missing = suggestions.some(({ exercise }) => !known.has(exercise));
  const unseen = suggestions.some(({ exercise }) => !known.get(exercise)?.shownAt);
  const stored = missing || (request.shown && unseen) ? await store(db, request, suggestions) : known;
  return suggestions.flatMap((suggestion) => {
    const id = stored.get(suggestion.exercise)?.id;
    return id === undefined ? [] : [{ id, ...suggestion }];
  });
}

async function suggest(db: Database, { studentId, course, limit, now }: Request): Promise<Suggestion[]> {
  const since = (ms: number) => new Date(now.getTime() - ms);
  const { state, scale } = await readLearnerView(db, studentId, course);
  const day = dayIn(await selectTimeZone(db, studentId), now.getTime());
  const seed = seedFrom([studentId, course.slug, state.learner.attempts, day].join("/"));
  return recommend({
    model: currentModel,
    state,
    course: scale,
    at: now.getTime(),
    limit,
    dismissed: await selectDismissedSince(db, studentId, course.slug, since(dismissalMs)),
    recent: await selectTriedSince(db, studentId, course.slug, since(recentMs)),
    random: seededRandom(seed).uniform,
  });
}

type Open = ReadonlyMap<string, { readonly id: string; readonly shownAt: Date | null }>;

async function openRecommendations(db: Database, { studentId, course, now }: Request): Promise<Open> {
  const acceptedSince = new Date(now.getTime() - acceptanceMs);
  const rows = await selectOpenRecommendations(db, { studentId, course: course.slug, acceptedSince });
  // The newest come first; of two for one exercise that one stays.
  return new Map(rows.toReversed().map(({ exercise, ...rest }) => [exercise, rest]));
}

/** Writes the suggestions that are new; two pages opened at once agree on their ids. */
function store(db: Database, request: Request, suggestions: readonly Suggestion[]): Promise<Open> {
  const { studentId, course, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockRecommendations(trx, studentId);
    const known = await openRecommendations(trx, request);
    const fresh = suggestions.filter(({ exercise }) => !known.has(exercise));
    await insertRecommendations(
      trx,
      fresh.map(({ exercise, reason, pSuccess, propensity }) => ({
        id: uuidv7(),
        studentId,
        course: course.slug,
        exercise,
        kind: reason.kind,
        reason: reason.text,
        pSuccess,
        propensity,
        madeAt: now,
      })),
    );
    const all = await openRecommendations(trx, request);
    const ids = suggestions.flatMap(({ exercise }) => all.get(exercise)?.id ?? []);
    if (request.shown) await markShown(trx, ids, now);
    return all;
  });
}
