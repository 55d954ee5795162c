import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutMap } from "./lay-out-map.ts";
import { layersOf, type MapConcept } from "./layers-of.ts";

const course: MapConcept[] = [
  { concept: "variables", prerequisites: [] },
  { concept: "numbers", prerequisites: ["variables"] },
  { concept: "strings", prerequisites: ["variables"] },
  { concept: "functions", prerequisites: ["numbers", "strings"] },
  { concept: "sets", prerequisites: ["functions"] },
  { concept: "files", prerequisites: ["functions"] },
  { concept: "errors", prerequisites: ["functions"] },
  { concept: "classes", prerequisites: ["files", "variables"] },
];

/** Any course without circles: a concept builds on earlier ones only. */
const anyCourse = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 24 })
  .map((wishes) =>
    wishes.map((wish, i) => ({
      concept: `c${i}`,
      prerequisites: i === 0 ? [] : wish.map((n) => `c${n % i}`),
    })),
  );

describe("the layers of a course", () => {
  it("put a concept right after the deepest of what it builds on", () => {
    const { depths } = layersOf(course);
    expect(Object.fromEntries(depths)).toEqual({
      variables: 0,
      numbers: 1,
      strings: 1,
      functions: 2,
      sets: 3,
      files: 3,
      errors: 3,
      classes: 4,
    });
  });

  it("leave out a prerequisite that the course does not have", () => {
    const { depths, edges } = layersOf([{ concept: "loops", prerequisites: ["elsewhere"] }]);
    expect([...depths]).toEqual([["loops", 0]]);
    expect(edges).toEqual([]);
  });

  it("stand even when concepts require one another in a circle", () => {
    const circle = [
      { concept: "a", prerequisites: ["b"] },
      { concept: "b", prerequisites: ["a"] },
      { concept: "self", prerequisites: ["self"] },
    ];
    expect([...layersOf(circle).depths.keys()].sort()).toEqual(["a", "b", "self"]);
  });
});

describe("the map of a course", () => {
  it("is empty for a course without concepts", () => {
    const { wide, narrow } = layOutMap([]);
    expect([wide.points.size, narrow.points.size, wide.edges.length]).toEqual([0, 0, 0]);
  });

  it("goes from left to right on wide screens and from top to bottom on narrow ones", () => {
    const { wide, narrow } = layOutMap(course);
    for (const { from, to } of wide.edges) {
      expect(wide.points.get(from)?.x).toBeLessThan(wide.points.get(to)?.x ?? 0);
      expect(narrow.points.get(from)?.y).toBeLessThan(narrow.points.get(to)?.y ?? 0);
    }
  });

  it("spreads three of a layer over two rows of a narrow screen", () => {
    const { narrow } = layOutMap(course);
    const heights = ["sets", "files", "errors"].map((concept) => narrow.points.get(concept)?.y);
    expect(new Set(heights).size).toBe(2);
    expect(narrow.rows).toBe(6);
  });

  it("does not cross edges that need not cross", () => {
    const { wide } = layOutMap([
      { concept: "top", prerequisites: [] },
      { concept: "bottom", prerequisites: [] },
      { concept: "on-bottom", prerequisites: ["bottom"] },
      { concept: "on-top", prerequisites: ["top"] },
    ]);
    const y = (concept: string) => wide.points.get(concept)?.y ?? 0;
    expect(Math.sign(y("top") - y("bottom"))).toBe(Math.sign(y("on-top") - y("on-bottom")));
  });

  it("gives every concept one place of its own inside the drawing, whatever the course", () => {
    fc.assert(
      fc.property(anyCourse, (concepts) => {
        for (const { points } of Object.values(layOutMap(concepts))) {
          expect(points.size).toBe(concepts.length);
          const places = [...points.values()].map(({ x, y }) => `${x} ${y}`);
          expect(new Set(places).size).toBe(concepts.length);
          for (const { x, y } of points.values()) {
            expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
            expect(Math.max(x, y)).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });

  it("draws each prerequisite once, from the one concept to the other", () => {
    fc.assert(
      fc.property(anyCourse, (concepts: MapConcept[]) => {
        const wanted: string[] = concepts.flatMap(({ concept, prerequisites }) =>
          [...new Set(prerequisites)].map((id) => `${id} ${concept}`),
        );
        const { wide, narrow } = layOutMap(concepts);
        for (const { edges, points } of [wide, narrow]) {
          expect(edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(wanted.sort());
          for (const { from, to, path } of edges) {
            const [start, end] = [points.get(from), points.get(to)];
            expect(path.startsWith(`M${start?.x} ${start?.y}C`)).toBe(true);
            expect(path.endsWith(` ${end?.x} ${end?.y}`)).toBe(true);
          }
        }
      }),
    );
  });
});
