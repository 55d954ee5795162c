export interface MapConcept {
  readonly concept: string;
  readonly prerequisites: readonly string[];
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

/** What builds on what: only between concepts that exist, and never in a circle. */
export interface ConceptGraph {
  /** The layer of each concept, from 0: one more than the deepest of its prerequisites. */
  readonly depths: ReadonlyMap<string, number>;
  readonly edges: readonly MapEdge[];
}

export function layersOf(concepts: readonly MapConcept[]): ConceptGraph {
  const known = new Map(concepts.map((each) => [each.concept, each]));
  const depths = new Map<string, number>();
  const edges: MapEdge[] = [];
  const visiting = new Set<string>();
  const visit = ({ concept, prerequisites }: MapConcept): number => {
    const done = depths.get(concept);
    if (done !== undefined) return done;
    visiting.add(concept);
    let depth = 0;
    for (const id of new Set(prerequisites)) {
      const before = known.get(id);
      // A course with a circle is refused when it is loaded; should one come all the same, the map still stands.
      if (!before || visiting.has(id)) continue;
      edges.push({ from: id, to: concept });
      depth = Math.max(depth, visit(before) + 1);
    }
    visiting.delete(concept);
    depths.set(concept, depth);
    return depth;
  };
  for (const each of concepts) visit(each);
  return { depths, edges };
}
