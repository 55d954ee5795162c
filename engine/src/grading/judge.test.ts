import { TestResult } from "@mastery/contracts/submission";
import { describe, expect, it } from "vitest";
import type { Expectation, ExerciseTest, TestStep } from "../course/course.ts";
import type { JobOutcome, Raised, StepObservation } from "./job.ts";
import { jobOf } from "./job-of.ts";
import { judge, judgeJob } from "./judge.ts";

const call = (code: string, expectation: Expectation = {}): TestStep => ({
  do: "call",
  code,
  ...expectation,
});
const open = (...steps: TestStep[]): ExerciseTest => ({ name: "t", visibility: "open", steps });
const hidden = (...steps: TestStep[]): ExerciseTest => ({ name: "h", visibility: "hidden", steps });
const value = (
  repr: string,
  extra: Partial<Extract<StepObservation, { type: "value" }>> = {},
): StepObservation => ({
  type: "value",
  repr,
  opaque: false,
  typeName: "x",
  stdout: "",
  ...extra,
});
const raised = (error: Partial<Raised>): StepObservation => ({
  type: "raised",
  stdout: "",
  error: {
    type: "ValueError",
    message: "",
    ancestors: [error.type ?? "ValueError"],
    loading: false,
    ...error,
  },
});
const judgeOne = (test: ExerciseTest, ...steps: StepObservation[]) => judge(test, { steps, durationMs: 1 });

describe("judge", () => {
  it("passes an equal value and shows input, expected and got", () => {
    expect(judgeOne(open(call("f(1)", { expect: "3" })), value("3.0"))).toEqual({
      name: "t",
      visibility: "open",
      status: "passed",
      input: "f(1)",
      expected: "3",
      got: "3.0",
      message: "",
      durationMs: 1,
    });
  });

  it("shows no more than a screenful or two of what it got, and compares all of it", () => {
    const long = `'${"x".repeat(20_000)}'`;
    const result = judgeOne(open(call("f(1)", { expect: long })), value(long));
    expect(result.status).toBe("passed");
    expect(result.got?.length).toBeLessThan(10_000);
  });

  it.each([
    ["[1, 2]", "(1, 2)", "Expected a list, got a tuple."],
    ["1", "True", "Expected a number, got the truth value True."],
    ["5", "None", "Expected a number, got None. Is a return missing?"],
    ["True", "'True'", "Expected the truth value True, got a text. Leave out the quotes."],
    ["'Hi'", "'hi'", "Only upper and lower case differ."],
    ["'a b'", "'ab'", "Only spaces or line breaks differ."],
    ["[1, 2, 3]", "[1, 2]", "Expected 3 items, got 2 items."],
    ["[1, 2]", "[2, 1]", "The right items, in another order."],
    ["[1, 2]", "[1, '2']", "The item at position 1 differs. There: Expected a number, got a text."],
    ["{'a': 1}", "{'b': 1}", "A key is missing from the dictionary."],
    ["{'a': 1}", "{'a': 2}", "The keys are right, but a value differs."],
    ["1.5", "1.4", "The result is not the expected one."],
  ])("explains the difference between %s and %s", (expected, got, message) => {
    expect(judgeOne(open(call("f()", { expect: expected })), value(got))).toMatchObject({
      status: "failed",
      message,
    });
  });

  it("notices that an answer was printed instead of returned", () => {
    const result = judgeOne(open(call("f()", { expect: "'hi'" })), value("None", { stdout: "hi\n" }));
    expect(result.message).toBe("Your code prints the right answer but returns None. Use return.");
  });

  it("never believes the repr that an object writes of itself", () => {
    const lie = value("42", { opaque: true, typeName: "Lie" });
    const result = judgeOne(open(call("f()", { expect: "42" })), lie);
    expect(result).toMatchObject({ status: "failed", message: "Expected a number, got a Lie." });
  });

  it("compares an object's repr as text where the course expects one", () => {
    const point = value("Point(x=1)", { opaque: true });
    expect(judgeOne(open(call("f()", { expect: "Point(x=1)" })), point).status).toBe("passed");
  });

  it("accepts an exception, its subclasses and a part of its message", () => {
    const test = open(call("f()", { raises: "LookupError", raisesMessage: "no such" }));
    const error = { type: "KeyError", ancestors: ["KeyError", "LookupError"], message: "no such key" };
    expect(judgeOne(test, raised(error)).status).toBe("passed");
    expect(judgeOne(test, raised({ ...error, message: "other" })).status).toBe("failed");
  });

  it("fails when an expected exception is missing or another one", () => {
    const test = open(call("f()", { raises: "ValueError" }));
    expect(judgeOne(test, value("1"))).toMatchObject({ status: "failed", got: "1" });
    expect(judgeOne(test, raised({ type: "TypeError" })).status).toBe("failed");
  });

  it("explains an unexpected exception with the learner's line", () => {
    const error = { type: "NameError", message: "name 'x' is not defined", line: 3 };
    expect(judgeOne(open(call("f()", { expect: "1" })), raised(error))).toMatchObject({
      status: "error",
      line: 3,
      got: "NameError: name 'x' is not defined",
      message:
        "Line 3: NameError: name 'x' is not defined. Python does not know this name here. Is it spelled as where you gave it a value?",
    });
  });

  it("says that the function is missing when the test cannot find it", () => {
    const error = { type: "NameError", message: "name 'f' is not defined" };
    expect(judgeOne(open(call("f()", { expect: "1" })), raised(error)).message).toContain(
      "The test uses `f`, but your code does not define it.",
    );
  });

  it("ignores white space at line ends of what is printed, and names the line that differs", () => {
    const test = open({ do: "run", stdout: "a\nb\n" });
    expect(judgeOne(test, { type: "done", stdout: "a  \nb" }).status).toBe("passed");
    expect(judgeOne(test, { type: "done", stdout: "a\nB\n" }).message).toBe(
      "Line 2 of what was printed differs, only in upper and lower case.",
    );
    expect(judgeOne(test, { type: "done", stdout: "" }).message).toBe("Nothing was printed.");
  });

  it("names the step that failed among several", () => {
    const test = open({ do: "construct", code: "A()", as: "a" }, { do: "read", code: "a.n", expect: "1" });
    const result = judgeOne(test, { type: "done", stdout: "" }, value("2"));
    expect(result).toMatchObject({ input: "a = A()\na.n", expected: "1", got: "2" });
    expect(result.message).toMatch(/^`a\.n`: /);
  });

  it("tells of a hidden test its name and status and nothing of what happened inside", () => {
    const result = judgeOne(
      hidden(call("f('secret')", { expect: "'secret'" })),
      raised({ message: "secret" }),
    );
    expect(Object.keys(result).sort()).toEqual(["durationMs", "message", "name", "status", "visibility"]);
    expect(JSON.stringify(result)).not.toContain("secret");
  });
});

describe("judgeJob", () => {
  const tests = [
    { ...open(call("f(1)", { expect: "1" })), name: "one" },
    { ...hidden(call("f(2)", { expect: "2" })), name: "two" },
    { ...open(call("f(3)", { expect: "3" })), name: "three" },
  ];
  const first = { steps: [value("1", { stdout: "seen" })], durationMs: 1 };
  const ending = (end: JobOutcome["end"], finished = [first]): JobOutcome => ({
    tests: finished,
    end,
    durationMs: 5,
  });

  it("passes when every test passed", () => {
    const all = ["1", "2", "3"].map((repr) => ({ steps: [value(repr)], durationMs: 1 }));
    expect(judgeJob(tests, ending({ type: "finished" }, all)).status).toBe("passed");
  });

  it.each([
    [{ type: "timeout", limit: "test" }, "timeout"],
    [{ type: "killed", signal: "SIGKILL" }, "error"],
    [{ type: "ended-early" }, "error"],
    [{ type: "output-limit" }, "error"],
  ] as const)("marks the test that ended the job by %o, and skips the rest", (end, status) => {
    const judged = judgeJob(tests, ending(end));
    expect(judged.tests.map((test) => test.status)).toEqual(["passed", status, "skipped"]);
    expect(judged.status).toBe(status);
    expect(judged.tests.every((test) => TestResult.safeParse(test).success)).toBe(true);
  });

  it("shows a syntax error with its line on every test", () => {
    const error = {
      type: "SyntaxError",
      message: "'(' was never closed",
      ancestors: ["SyntaxError"],
      loading: true,
      line: 2,
    };
    const judged = judgeJob(tests, ending({ type: "invalid-code", error }, []));
    expect(judged.status).toBe("error");
    for (const test of judged.tests) expect(test).toMatchObject({ status: "error", line: 2 });
    expect(judged.tests[0]?.message).toMatch(/^Line 2: SyntaxError: '\(' was never closed\./);
  });

  it("tells plainly of code that Python cannot take in, when Python said nothing", () => {
    const error = { type: "MemoryError", message: "", ancestors: ["MemoryError"], loading: true };
    expect(judgeJob(tests, ending({ type: "invalid-code", error }, [])).tests[0]?.message).toBe(
      "MemoryError.",
    );
  });

  it("keeps what open tests printed and hides what hidden ones did", () => {
    const all = ["open ", "hidden ", "open"].map((stdout) => ({
      steps: [value("1", { stdout })],
      durationMs: 1,
    }));
    expect(judgeJob(tests, ending({ type: "finished" }, all)).stdout).toBe("open open");
  });
});

describe("jobOf", () => {
  it("leaves out the mark that some editors write before the first character", () => {
    expect(jobOf({ fileName: "main.py", tests: [] }, "\ufeffx = 1").code).toBe("x = 1");
  });

  it("carries no expectation into the sandbox", () => {
    const step = call("f()", { expect: "'E1'", stdout: "E2", raises: "E3", raisesMessage: "E4" });
    expect(JSON.stringify(jobOf({ fileName: "f.py", tests: [open(step)] }, "x"))).not.toMatch(/E[1-4]/);
  });
});
