import type { Course, Exercise } from "../src/course/course.ts";

/** Two concepts, the second after the first, with exercises that real Python can pass. */
export const practiceCourse: Course = {
  slug: "practice",
  title: "A course to practise in",
  version: "1",
  summary: "Just enough to be graded.",
  concepts: [
    { id: "numbers", name: "Numbers", summary: "Whole and other ones.", prerequisites: [] },
    { id: "lists", name: "Lists", summary: "One after the other.", prerequisites: ["numbers"] },
  ],
  exercises: [
    exercise("double", "Twice as much", ["numbers"], 2, "return value * 2", ["2", "4"], ["-3", "-6"]),
    exercise("square", "Times itself", ["numbers"], 3, "return value * value", ["3", "9"], ["0", "0"]),
    exercise(
      "total",
      "All together",
      ["lists", "numbers"],
      5,
      "return sum(value)",
      ["[1, 2]", "3"],
      ["[]", "0"],
    ),
  ],
};

function exercise(
  slug: string,
  title: string,
  concepts: string[],
  difficulty: number,
  body: string,
  open: readonly [string, string],
  hidden: readonly [string, string],
): Exercise {
  const test = (
    name: string,
    visibility: "open" | "hidden",
    [argument, expect]: readonly [string, string],
  ) => ({
    name,
    visibility,
    steps: [{ do: "call" as const, code: `${slug}(${argument})`, expect }],
  });
  return {
    slug,
    title,
    summary: title,
    concepts,
    difficulty,
    hints: [],
    instructions: `Write \`${slug}\`.`,
    starterCode: `def ${slug}(value):\n    pass\n`,
    solution: `def ${slug}(value):\n    ${body}\n`,
    fileName: `${slug}.py`,
    tests: [test("an easy one", "open", open), test("another one", "hidden", hidden)],
    wrongSolutions: [
      {
        name: "forgets to return",
        code: `def ${slug}(value):\n    print(value)\n`,
        fails: ["an easy one"],
        misconception: "Printing is not returning.",
      },
    ],
  };
}
