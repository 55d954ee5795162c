import type { ExerciseSummary } from "@mastery/contracts/exercise";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  filterExercises,
  levelOf,
  levels,
  noFilter,
  readFilter,
  statuses,
  writeFilter,
  type CatalogueFilter,
} from "./catalogue-filter.ts";
import { groupByConcept } from "./group-by-concept.ts";

function exercise(slug: string, more: Partial<ExerciseSummary> = {}): ExerciseSummary {
  return {
    slug,
    title: slug,
    summary: "",
    concepts: [{ concept: "lists", name: "Lists" }],
    difficulty: 2,
    status: "new",
    locked: false,
    ...more,
  };
}

const dicts = { concept: "dicts", name: "Dicts" };
const lists = { concept: "lists", name: "Lists" };
const exercises = [
  exercise("sum", { status: "passed" }),
  exercise("count", { concepts: [dicts, lists], difficulty: 5, status: "tried" }),
  exercise("invert", { concepts: [dicts], difficulty: 8, locked: true }),
];

function found(filter: Partial<CatalogueFilter>): string[] {
  return filterExercises(exercises, { ...noFilter, ...filter }).map(({ slug }) => slug);
}

describe("the catalogue's filters", () => {
  it("let everything through when none is set", () => {
    expect(found({})).toEqual(["sum", "count", "invert"]);
  });

  it("keep what has the status, the level, the concept or the words", () => {
    expect(found({ status: "tried" })).toEqual(["count"]);
    expect(found({ level: "hard" })).toEqual(["invert"]);
    expect(found({ concept: "lists" })).toEqual(["sum", "count"]);
    expect(found({ text: "dicts" })).toEqual(["count", "invert"]);
    expect(found({ openOnly: true })).toEqual(["sum", "count"]);
  });

  it("hold together: what is kept meets each of them", () => {
    expect(found({ concept: "dicts", openOnly: true, text: "count" })).toEqual(["count"]);
    expect(found({ status: "passed", level: "hard" })).toEqual([]);
  });

  it("split the nine difficulties into three levels of three", () => {
    expect([1, 3, 4, 6, 7, 9].map(levelOf)).toEqual(["easy", "easy", "medium", "medium", "hard", "hard"]);
  });
});

describe("a filter in the address", () => {
  it("comes back as it was written", () => {
    const anyFilter = fc.record({
      text: fc.string(),
      status: fc.option(fc.constantFrom(...statuses), { nil: undefined }),
      level: fc.option(fc.constantFrom(...levels), { nil: undefined }),
      concept: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      openOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
      }),
    );
  });

  it("is not there when nothing is filtered", () => {
    expect(writeFilter(noFilter)).toBe("");
  });

  it("lets everything through where it names what does not exist", () => {
    expect(readFilter(new URLSearchParams("status=lost&level=9&open=perhaps"))).toEqual(noFilter);
  });
});

describe("exercises by concept", () => {
  it("stand once, under their main concept, from easy to hard, without empty concepts", () => {
    const course = [lists, { concept: "sets", name: "Sets" }, dicts].map((concept) => ({
      ...concept,
      summary: "",
      prerequisites: [],
    }));
    const groups = groupByConcept(course, exercises.toReversed());
    expect(groups.map(({ concept, exercises }) => [concept.name, exercises.map(({ slug }) => slug)])).toEqual(
      [
        ["Lists", ["sum"]],
        ["Dicts", ["count", "invert"]],
      ],
    );
  });
});
