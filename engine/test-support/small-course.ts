import type { Course } from "../src/course/course.ts";

/** Words that stand only where no learner may look: in hidden tests, solutions and wrong solutions. */
export const secrets = ["hidden_input_7731", "hidden_answer_7732", "secret_solution_7733", "wrong_way_7734"];

const [hiddenInput, hiddenAnswer, solution, wrongWay] = secrets;

/** Two concepts, the second after the first, with one exercise each. */
export const smallCourse: Course = {
  slug: "small",
  title: "A small course",
  version: "1",
  summary: "Just enough to test with.",
  concepts: [
    { id: "variables", name: "Variables", summary: "Names for values.", prerequisites: [] },
    { id: "loops", name: "Loops", summary: "Again and again.", prerequisites: ["variables"] },
  ],
  exercises: [
    exercise("greeting", "Greeting", "variables", 1),
    exercise("count-down", "Count down", "loops", 4),
  ],
};

function exercise(slug: string, title: string, concept: string, difficulty: number) {
  const name = slug.replaceAll("-", "_");
  return {
    slug,
    title,
    summary: `${title}, in a function.`,
    concepts: [concept],
    difficulty,
    hints: ["Read the question again."],
    instructions: `Write \`${name}\`.`,
    starterCode: `def ${name}(value):\n    pass\n`,
    solution: `def ${name}(value):\n    return value  # ${solution}\n`,
    fileName: `${name}.py`,
    tests: [
      {
        name: "returns what it is given",
        visibility: "open" as const,
        steps: [{ do: "call" as const, code: `${name}("Ada")`, expect: "'Ada'" }],
      },
      {
        name: "works for other values",
        visibility: "hidden" as const,
        steps: [{ do: "call" as const, code: `${name}("${hiddenInput}")`, expect: `'${hiddenAnswer}'` }],
      },
    ],
    wrongSolutions: [
      { name: "prints", code: `# ${wrongWay}`, fails: ["returns what it is given"], misconception: "x" },
    ],
  };
}
