import type { Concept } from "./course.ts";
import { repeated } from "./parse-tests.ts";

/** What is wrong with a course's concepts among themselves. */
export function conceptFaults(concepts: readonly Concept[]): string[] {
  const ids = concepts.map((concept) => concept.id);
  const unknown = concepts.flatMap((concept) =>
    concept.prerequisites
      .filter((id) => !ids.includes(id))
      .map((id) => `${concept.id} needs ${id}, which is no concept`),
  );
  const cycle = findCycle(concepts);
  return [
    ...repeated(ids).map((id) => `two concepts are called ${id}`),
    ...unknown,
    ...(cycle ? [`concepts need each other in a circle: ${cycle.join(" -> ")}`] : []),
  ];
}

function findCycle(concepts: readonly Concept[]): string[] | undefined {
  const prerequisites = new Map(concepts.map((concept) => [concept.id, concept.prerequisites]));
  const cleared = new Set<string>();
  const follow = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (cleared.has(id)) return undefined;
    for (const next of prerequisites.get(id) ?? []) {
      const cycle = follow(next, [...path, id]);
      if (cycle) return cycle;
    }
    cleared.add(id);
    return undefined;
  };
  for (const { id } of concepts) {
    const cycle = follow(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
