import { describe, expect, it } from "vitest";
import { parseCourse } from "./parse-course.ts";

const courseYaml = `
slug: demo
title: Demo
version: '1'
summary: A course
concepts:
  - { id: variables, name: Variables, summary: Names for values, prerequisites: [] }
  - { id: loops, name: Loops, summary: Again and again, prerequisites: [variables] }
`;
const testsYaml = `
- name: two words
  visibility: open
  steps:
    - call: 'count_words("a b")'
      expect: '2'
- name: no words
  visibility: hidden
  steps:
    - construct: 'Counter()'
      as: counter
    - method: counter.add("")
      raises: ValueError
    - read: counter.total
      expect: '0'
`;
const wrong = "# fails: two words\n# Counts letters.\ndef count_words(t): return len(t)\n";

function demo(changes: Record<string, string | undefined> = {}): Map<string, string> {
  const folder = "loops/count-words";
  const files: Record<string, string | undefined> = {
    "course.yaml": courseYaml,
    [`${folder}/exercise.yaml`]:
      "title: Words\nsummary: Count\nconcepts: [loops]\ndifficulty: 3\nhints: [Split.]\n",
    [`${folder}/instructions.md`]: "Count the words.",
    [`${folder}/starter.py`]: "def count_words(t):\n    pass\n",
    [`${folder}/solution.py`]: "def count_words(t):\n    return len(t.split())\n",
    [`${folder}/tests.yaml`]: testsYaml,
    [`${folder}/wrong/letters.py`]: wrong,
    [`${folder}/wrong/other.py`]: wrong,
    ...changes,
  };
  return new Map(Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

function faultsOf(changes: Record<string, string | undefined>): string[] {
  const result = parseCourse(demo(changes));
  return result.type === "faults" ? result.faults.map((fault) => `${fault.file}: ${fault.message}`) : [];
}

describe("parseCourse", () => {
  it("reads concepts, exercises, steps and wrong solutions", () => {
    const result = parseCourse(demo());
    expect(result).toMatchObject({
      type: "course",
      course: {
        slug: "demo",
        exercises: [
          {
            slug: "count-words",
            fileName: "count_words.py",
            concepts: ["loops"],
            tests: [
              { name: "two words", steps: [{ do: "call", code: 'count_words("a b")', expect: "2" }] },
              {
                visibility: "hidden",
                steps: [
                  { do: "construct", code: "Counter()", as: "counter" },
                  { do: "method", code: 'counter.add("")', raises: "ValueError" },
                  { do: "read", code: "counter.total", expect: "0" },
                ],
              },
            ],
            wrongSolutions: [
              { name: "letters", fails: ["two words"], misconception: "Counts letters." },
              { name: "other" },
            ],
          },
        ],
      },
    });
  });

  const tests = "loops/count-words/tests.yaml";
  it.each<[string, Record<string, string | undefined>, string]>([
    ["a missing course.yaml", { "course.yaml": undefined }, "course.yaml: is missing"],
    ["broken YAML", { [tests]: "- name: [" }, `${tests}: `],
    [
      "a value that is not quoted",
      { [tests]: testsYaml.replace("'2'", "2") },
      `${tests}: [0].steps[0].expect: must be Python text in quotes`,
    ],
    [
      "an unknown field",
      { [tests]: testsYaml.replace("expect: '2'", "expects: '2'") },
      `${tests}: [0].steps[0]`,
    ],
    [
      "a step of two kinds",
      { [tests]: testsYaml.replace("as: counter", "as: counter\n      read: x") },
      "exactly one of",
    ],
    [
      "a broken literal",
      { [tests]: testsYaml.replace("'2'", "'[2'") },
      `"two words": [2 is no Python literal`,
    ],
    [
      "a test that expects nothing",
      { [tests]: testsYaml.replace("      expect: '2'\n", "") },
      `"two words": expects nothing`,
    ],
    [
      "two tests of one name",
      { [tests]: testsYaml.replace("no words", "two words") },
      `two tests are called "two words"`,
    ],
    ["no open test", { [tests]: testsYaml.replace("open", "hidden") }, "has no open test"],
    ["no hidden test", { [tests]: testsYaml.replace("hidden", "open") }, "has no hidden test"],
    [
      "a method of an unbound name",
      { [tests]: testsYaml.replace("as: counter", "as: other") },
      "no step before it binds",
    ],
    [
      "an unknown concept",
      {
        "loops/count-words/exercise.yaml":
          "title: W\nsummary: C\nconcepts: [loops, magic]\ndifficulty: 3\nhints: []\n",
      },
      "there is no concept magic",
    ],
    [
      "an unknown prerequisite",
      { "course.yaml": courseYaml.replace("[variables]", "[magic]") },
      "loops needs magic",
    ],
    [
      "concepts that need each other",
      { "course.yaml": courseYaml.replace("prerequisites: []", "prerequisites: [loops]") },
      "in a circle: variables -> loops -> variables",
    ],
    ["a missing solution", { "loops/count-words/solution.py": undefined }, "solution.py: is missing"],
    ["too few wrong solutions", { "loops/count-words/wrong/other.py": undefined }, "needs at least 2"],
    [
      "a wrong solution without header",
      { "loops/count-words/wrong/other.py": "x = 1" },
      "other.py: must start with",
    ],
    [
      "a wrong solution that names no test",
      { "loops/count-words/wrong/other.py": wrong.replace("two words", "three") },
      'other.py: there is no test "three"',
    ],
  ])("finds %s and says where", (_name, changes, message) => {
    expect(faultsOf(changes).join("\n")).toContain(message);
  });

  it("wants hidden tests after the open ones", () => {
    const third = "- name: third\n  visibility: open\n  steps:\n    - call: f()\n      expect: '1'\n";
    expect(faultsOf({ "loops/count-words/tests.yaml": testsYaml + third })).toEqual([
      "loops/count-words/tests.yaml: has an open test after a hidden one",
    ]);
  });

  it("finds two exercises of one slug in different folders", () => {
    const copies = [...demo()].map(([name, text]) => [name.replace("loops/", "variables/"), text] as const);
    const result = parseCourse(new Map([...demo(), ...copies]));
    expect(JSON.stringify(result)).toContain("two exercises are called count-words");
  });
});
