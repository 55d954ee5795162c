import { describe, expect, it } from "vitest";
import type { Job, JobOutcome } from "../grading/job.ts";
import { checkCourse } from "./check-course.ts";
import type { Course } from "./course.ts";

const course: Course = {
  slug: "demo",
  title: "Demo",
  version: "1",
  summary: "",
  concepts: [],
  exercises: [
    {
      slug: "answer",
      title: "Answer",
      summary: "",
      concepts: [],
      difficulty: 1,
      hints: [],
      instructions: "",
      starterCode: "0",
      solution: "42",
      fileName: "answer.py",
      tests: [{ name: "is right", visibility: "hidden", steps: [{ do: "read", code: "x", expect: "42" }] }],
      wrongSolutions: [{ name: "off", code: "41", fails: ["is right"], misconception: "" }],
    },
  ],
};

/** An interpreter of a very small language: the program is the value. */
const echo = {
  run: (job: Job): Promise<JobOutcome> =>
    Promise.resolve({
      end: { type: "finished" },
      durationMs: 1,
      tests: [
        {
          durationMs: 1,
          steps: [{ type: "value", repr: job.code, opaque: false, typeName: "int", stdout: "" }],
        },
      ],
    }),
};

async function faultsWith(change: Partial<Course["exercises"][number]>): Promise<readonly string[]> {
  const exercises = course.exercises.map((exercise) => ({ ...exercise, ...change }));
  return (await checkCourse({ ...course, exercises }, echo)).exercises.flatMap((report) => report.faults);
}

describe("checkCourse", () => {
  it("accepts an exercise whose solution passes, whose starter fails and whose wrong solutions fail", async () => {
    expect((await checkCourse(course, echo)).ok).toBe(true);
  });

  it("reports a solution that does not pass, and why, for hidden tests too", async () => {
    const [fault] = await faultsWith({ solution: "(42,)" });
    expect(fault).toBe('solution.py does not pass "is right": failed, Expected a number, got a tuple.');
  });

  it("reports a starter that passes already", async () => {
    expect(await faultsWith({ starterCode: "42" })).toEqual(["starter.py passes every test already"]);
  });

  it("reports a wrong solution that passes a test it should fail", async () => {
    const wrongSolutions = [{ name: "off", code: "42", fails: ["is right"], misconception: "" }];
    expect(await faultsWith({ wrongSolutions })).toEqual([
      'wrong/off.py passes "is right", which it should fail',
    ]);
  });
});
