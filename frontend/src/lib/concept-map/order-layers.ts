import type { ConceptGraph, MapEdge } from "./layers-of.ts";

/** Sweeps over the layers, down and up; more change nothing at the size of a course. */
const sweepsMax = 6;

export interface OrderedLayers {
  /** Each layer from first to last; a concept's id, or the name of a place that a long edge passes through. */
  readonly layers: readonly (readonly string[])[];
  /** For every edge the places it runs through, both ends included. */
  readonly routes: readonly (MapEdge & { readonly places: readonly string[] })[];
}

/** Puts each layer into an order in which few edges cross: every place goes to the mean of its neighbours. */
export function orderLayers({ depths, edges }: ConceptGraph): OrderedLayers {
  const layers: string[][] = [];
  const put = (place: string, depth: number) => (layers[depth] ??= []).push(place);
  for (const [concept, depth] of depths) put(concept, depth);
  const routes = edges.map(({ from, to }) => {
    const places = [from];
    for (let depth = (depths.get(from) ?? 0) + 1; depth < (depths.get(to) ?? 0); depth += 1) {
      const place = `${from}>${to}@${depth}`;
      put(place, depth);
      places.push(place);
    }
    return { from, to, places: [...places, to] };
  });
  const steps = routes.flatMap(({ places }) =>
    places.slice(1).map((to, i) => ({ from: places[i] ?? to, to })),
  );
  const above = Map.groupBy(steps, ({ to }) => to);
  const below = Map.groupBy(steps, ({ from }) => from);
  for (let sweep = 0; sweep < sweepsMax; sweep += 1) {
    if (sweep % 2 === 0) {
      for (let depth = 1; depth < layers.length; depth += 1)
        arrange(layers, depth, depth - 1, (place) => above.get(place)?.map(({ from }) => from));
    } else {
      for (let depth = layers.length - 2; depth >= 0; depth -= 1)
        arrange(layers, depth, depth + 1, (place) => below.get(place)?.map(({ to }) => to));
    }
  }
  return { layers, routes };
}

function arrange(
  layers: string[][],
  depth: number,
  beside: number,
  neighboursOf: (place: string) => readonly string[] | undefined,
): void {
  const layer = layers[depth] ?? [];
  const fixed = layers[beside] ?? [];
  const share = new Map(fixed.map((place, i) => [place, (i + 0.5) / fixed.length]));
  const wish = new Map(
    layer.map((place, i) => {
      const neighbours = neighboursOf(place) ?? [];
      if (neighbours.length === 0) return [place, (i + 0.5) / layer.length];
      const sum = neighbours.reduce((total, each) => total + (share.get(each) ?? 0), 0);
      return [place, sum / neighbours.length];
    }),
  );
  layers[depth] = layer.toSorted((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
}
