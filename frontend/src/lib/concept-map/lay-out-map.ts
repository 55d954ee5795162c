import { layersOf, type MapConcept, type MapEdge } from "./layers-of.ts";
import { orderLayers, type OrderedLayers } from "./order-layers.ts";

/** Percent of the drawing's width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MapLayout {
  readonly points: ReadonlyMap<string, Point>;
  /** Each edge with the `d` of its path in a drawing of 100 by 100. */
  readonly edges: readonly (MapEdge & { readonly path: string })[];
  readonly columns: number;
  readonly rows: number;
}

export interface MapLayouts {
  /** From left to right, a layer a column. */
  readonly wide: MapLayout;
  /** From top to bottom, two concepts side by side at most. */
  readonly narrow: MapLayout;
}

/** Room for half a concept at the sides, in percent. */
const wideMargin = 6;
const narrowMargin = 20;
const sideBySideMax = 2;

/** Where every concept of a course stands on the map, from its prerequisites alone. */
export function layOutMap(concepts: readonly MapConcept[]): MapLayouts {
  const ordered = orderLayers(layersOf(concepts));
  const ids = new Set(concepts.map(({ concept }) => concept));
  return { wide: layOutWide(ordered, ids), narrow: layOutNarrow(ordered, ids) };
}

function layOutWide({ layers, routes }: OrderedLayers, ids: ReadonlySet<string>): MapLayout {
  const places = new Map<string, Point>();
  for (const [column, layer] of layers.entries()) {
    const x = spread(column, layers.length, wideMargin);
    for (const [row, place] of layer.entries())
      places.set(place, { x, y: round((100 * (row + 0.5)) / layer.length) });
  }
  const edges = routes.map(({ from, to, places: through }) => {
    const points = through.flatMap((place) => places.get(place) ?? []);
    return { from, to, path: curve(points, (a, b) => `C${mid(a.x, b.x)} ${a.y} ${mid(a.x, b.x)} ${b.y}`) };
  });
  const points = new Map([...places].filter(([place]) => ids.has(place)));
  return { points, edges, columns: layers.length, rows: Math.max(0, ...layers.map((layer) => layer.length)) };
}

/** A layer of three or more goes over several rows, its concepts in turn, so that edges find a way between them. */
function layOutNarrow({ layers, routes }: OrderedLayers, ids: ReadonlySet<string>): MapLayout {
  const concepts = layers.map((layer) => layer.filter((place) => ids.has(place)));
  const rowsOf = (layer: readonly string[]) => Math.ceil(layer.length / sideBySideMax);
  const rows = concepts.reduce((sum, layer) => sum + rowsOf(layer), 0);
  const points = new Map<string, Point>();
  let first = 0;
  for (const layer of concepts) {
    for (const [index, concept] of layer.entries()) {
      const row = first + (index % rowsOf(layer));
      points.set(concept, {
        x: spread(index, layer.length, narrowMargin),
        y: round((100 * (row + 0.5)) / rows),
      });
    }
    first += rowsOf(layer);
  }
  const edges = routes.map(({ from, to }) => {
    const ends = [from, to].flatMap((concept) => points.get(concept) ?? []);
    return { from, to, path: curve(ends, (a, b) => `C${a.x} ${mid(a.y, b.y)} ${b.x} ${mid(a.y, b.y)}`) };
  });
  return { points, edges, columns: sideBySideMax, rows };
}

function spread(index: number, count: number, margin: number): number {
  return count === 1 ? 50 : round(margin + (index * (100 - 2 * margin)) / (count - 1));
}

function curve(points: readonly Point[], bend: (from: Point, to: Point) => string): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      return before ? `${bend(before, point)} ${point.x} ${point.y}` : `M${point.x} ${point.y}`;
    })
    .join("");
}

function mid(a: number, b: number): number {
  return round((a + b) / 2);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
