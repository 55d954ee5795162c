import type { EventData } from "@mastery/contracts/event-data";
import type { MasterySnapshot } from "@mastery/contracts/mastery";

type Update = EventData<"mastery.updated">;

/**
 * The snapshot with an update's numbers in place. A snapshot that already contains the event, or is of another course,
 * comes back as it was. Reasons stay those of the snapshot until it is fetched again.
 */
export function patchMastery(snapshot: MasterySnapshot, update: Update, sequence: number): MasterySnapshot {
  if (snapshot.course !== update.course || sequence <= snapshot.asOfEvent) return snapshot;
  const { before: _before, ...overall } = update.overall;
  const changed = new Map(update.concepts.map((concept) => [concept.concept, concept]));
  return {
    ...snapshot,
    asOfEvent: sequence,
    overall,
    concepts: snapshot.concepts.map((concept) => {
      const update = changed.get(concept.concept);
      if (!update) return concept;
      const { score, low, high, evidence, status, attempts } = update;
      return { ...concept, score, low, high, evidence, status, attempts };
    }),
  };
}
