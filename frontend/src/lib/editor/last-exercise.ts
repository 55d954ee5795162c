import { Slug } from "@mastery/contracts/id";

function key(userId: string): string {
  return `mastery.last-exercise.${userId}`;
}

/** The exercise this learner had open last in this browser. */
export function readLastExercise(storage: Pick<Storage, "getItem">, userId: string): string | undefined {
  try {
    return Slug.safeParse(storage.getItem(key(userId))).data;
  } catch {
    // Forbidden storage remembers nothing.
    return undefined;
  }
}

export function keepLastExercise(storage: Pick<Storage, "setItem">, userId: string, slug: string): void {
  try {
    storage.setItem(key(userId), slug);
  } catch {
    // Then `/editor` opens the catalogue next time.
  }
}
