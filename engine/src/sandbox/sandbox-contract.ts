import { afterAll, expect, it } from "vitest";
import type { TestObservation } from "../grading/job.ts";
import type { Sandbox } from "./sandbox.ts";
import { call, inShort, runSteps, smallJob } from "./small-job.ts";

const account = `
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        return self.balance
`;

/** What every sandbox promises. */
export function sandboxContract(sandbox: Sandbox): void {
  afterAll(() => sandbox.close());

  it("returns the repr of what a call returns, and what it printed", async () => {
    const job = smallJob("def f(a, b):\n    print(a)\n    return [a, (b,), {'k': 1.5}]", [
      [call("f('x', None)")],
    ]);
    const outcome = await sandbox.run(job);
    expect(outcome.end).toEqual({ type: "finished" });
    expect(outcome.tests[0]?.steps).toEqual([
      { type: "value", repr: "['x', (None,), {'k': 1.5}]", opaque: false, typeName: "list", stdout: "x\n" },
    ]);
  });

  it("hands over a test only when the one before it is over", async () => {
    const spy = `
import sys
def knows(word=None):
    frame, seen, needle = sys._getframe(1), "", "".join(reversed("yranac"))
    while frame:
        seen += repr({**frame.f_globals, **frame.f_locals})
        frame = frame.f_back
    return needle in seen
`;
    const outcome = await sandbox.run(smallJob(spy, [[call("knows()")], [call("knows('canary')")]]));
    expect(outcome.tests.map(({ steps }) => steps.map(inShort))).toEqual([["False"], ["True"]]);
  });

  it("believes no word of a syntax error once a test has run", async () => {
    const forger = `
import os
def f(n):
    said = '{"end":"invalid-code","error":{"type":"E","message":"%d","ancestors":[],"loading":true}}' % n
    for descriptor in range(1, 64):
        try: n == 2 and os.write(descriptor, said.encode() + bytes([10]))
        except OSError: pass
`;
    const outcome = await sandbox.run(smallJob(forger, [[call("f(1)")], [call("f(2)")]]));
    expect([outcome.tests.length, outcome.end]).toEqual([1, { type: "ended-early" }]);
  });

  it("keeps what was printed when the program closes or replaces its output", async () => {
    const code =
      "import sys\ndef f():\n    print('a')\n    sys.stdout.close()\n    sys.stdout = None\n    return 1";
    const outcome = await sandbox.run(smallJob(code, [[call("f()")], [call("f()")]]));
    expect(outcome.tests.map(({ steps }) => steps)).toMatchObject([
      [{ repr: "1", stdout: "a\n" }],
      [{ repr: "1", stdout: "a\n" }],
    ]);
  });

  it("finds the real standard input empty", async () => {
    expect(await runSteps(sandbox, "def f(): return open(0).read()", call("f()"))).toEqual(["''"]);
  });

  it("does not write out a number of millions of digits", async () => {
    const [seen] = await runSteps(sandbox, "def f(): return 1 << 10_000_000", call("f()"));
    expect(seen).toBe("<a number of 10000001 bits>");
  });

  it("builds an object, calls its methods and reads its attributes within one test", async () => {
    const seen = await runSteps(
      sandbox,
      account,
      { do: "construct", code: "Account('Ann', 10)", as: "account" },
      { do: "method", code: "account.deposit(5)" },
      { do: "read", code: "account.balance" },
    );
    expect(seen).toEqual(["", "15", "15"]);
  });

  it("goes on after a step that raised", async () => {
    const seen = await runSteps(
      sandbox,
      account,
      { do: "construct", code: "Account('Ann', 10)", as: "account" },
      { do: "method", code: "account.deposit(-5)" },
      { do: "read", code: "account.balance" },
    );
    expect(seen).toEqual(["", "ValueError: amount must be positive", "10"]);
  });

  it("takes so many items of an endless generator as asked", async () => {
    const code = "def count(n):\n    while True:\n        yield n\n        n += 1";
    expect(await runSteps(sandbox, code, { do: "call", code: "count(3)", take: 4 })).toEqual([
      "[3, 4, 5, 6]",
    ]);
  });

  it("asks a generator for not one item more than it takes", async () => {
    const code = "asked = []\ndef count():\n    while True:\n        asked.append(1)\n        yield 1";
    const seen = await runSteps(
      sandbox,
      code,
      { do: "call", code: "count()", take: 2 },
      { do: "read", code: "asked" },
    );
    expect(seen).toEqual(["[1, 1]", "[1, 1]"]);
  });

  it("names the exception, its ancestors, its message and the learner's line", async () => {
    const job = smallJob("def f(d):\n    x = 1\n    return d['b']", [[call("f({'a': 1})")]]);
    const [step] = (await sandbox.run(job)).tests[0]?.steps ?? [];
    expect(step).toMatchObject({ type: "raised", error: { type: "KeyError", message: "'b'", line: 3 } });
    expect(step?.type === "raised" && step.error.ancestors).toContain("LookupError");
  });

  it("says that the code cannot be compiled, and where, before any test", async () => {
    const outcome = await sandbox.run(smallJob("x = 1\ndef f(:\n    pass", [[call("f()")]]));
    expect(outcome.tests).toEqual([]);
    expect(outcome.end).toMatchObject({ type: "invalid-code", error: { type: "SyntaxError", line: 2 } });
  });

  it("says that the module could not be loaded, and where", async () => {
    const job = smallJob("import math\n1 / 0\n", [[call("f()"), call("g()")]]);
    const [test] = (await sandbox.run(job)).tests;
    expect(test?.steps).toHaveLength(1);
    expect(test?.steps[0]).toMatchObject({ error: { type: "ZeroDivisionError", line: 2, loading: true } });
  });

  it("runs a program as a script with the lines it is given", async () => {
    const code = "name = input('Name? ')\nif __name__ == '__main__':\n    print('Hello', name)";
    const seen = await runSteps(sandbox, code, { do: "run", stdin: ["Zoë"] }, { do: "read", code: "name" });
    expect(seen).toEqual(["Name? Hello Zoë\n", "'Zoë'"]);
  });

  it("raises EOFError when a program asks for more lines than it is given", async () => {
    expect(await runSteps(sandbox, "input()", { do: "run" })).toEqual(["EOFError: EOF when reading a line"]);
  });

  it("lets a script end with sys.exit()", async () => {
    const code = "import sys\nprint('bye')\nsys.exit()";
    expect(await runSteps(sandbox, code, { do: "run" })).toEqual(["bye\n"]);
  });

  it("reports sys.exit() in a function as SystemExit and goes on with the next test", async () => {
    const job = smallJob("import sys\ndef f():\n    sys.exit(3)\ndef g():\n    return 1", [
      [call("f()")],
      [call("g()")],
    ]);
    const outcome = await sandbox.run(job);
    expect(outcome.tests.map((test) => test.steps.map(inShort))).toEqual([["SystemExit: 3"], ["1"]]);
  });

  it("gives each test a fresh copy of the module", async () => {
    const code = "seen = []\ndef add(x):\n    seen.append(x)\n    return seen";
    const outcome = await sandbox.run(smallJob(code, [[call("add(1)")], [call("add(2)")]]));
    expect(outcome.tests.map((test) => test.steps.map(inShort))).toEqual([["[1]"], ["[2]"]]);
  });

  it("carries big integers, odd characters, bytes and nested values unharmed", async () => {
    const code =
      "def f():\n    return [2 ** 200, 'é😀\\n\\x00', b'\\xff', {1, 2}, frozenset(), float('inf'), '\\ud800']";
    const big = (2n ** 200n).toString();
    expect(await runSteps(sandbox, code, call("f()"))).toEqual([
      `[${big}, 'é😀\\n\\x00', b'\\xff', {1, 2}, frozenset(), inf, '\\ud800']`,
    ]);
  });

  it("writes huge integers, cyclic lists and very long lists without choking", async () => {
    const code =
      "def huge(): return 7 ** 30000\ndef cycle():\n    a = []\n    a.append(a)\n    return a\ndef long(): return list(range(10 ** 6))";
    const [huge, cycle, long] = await runSteps(
      sandbox,
      code,
      call("huge()"),
      call("cycle()"),
      call("long()"),
    );
    expect(BigInt(huge ?? "")).toBe(7n ** 30000n);
    expect(cycle).toBe("[[...]]");
    expect(long?.length).toBeLessThan(100_000);
  });

  it("marks a value whose class writes its own repr", async () => {
    const code =
      "class Lie:\n    def __repr__(self): return '42'\ndef f(): return Lie()\ndef g(): return [Lie()]";
    const outcome = await sandbox.run(smallJob(code, [[call("f()"), call("g()")]]));
    for (const step of outcome.tests[0]?.steps ?? []) expect(step).toMatchObject({ opaque: true });
  });

  it("writes dictionaries of the collections module as dictionaries", async () => {
    const code =
      "from collections import Counter, defaultdict\ndef f(): return [Counter('aab'), defaultdict(list)]";
    expect(await runSteps(sandbox, code, call("f()"))).toEqual(["[{'a': 2, 'b': 1}, {}]"]);
  });

  it("turns endless recursion into RecursionError", async () => {
    const [seen] = await runSteps(sandbox, "def f(): return f()", call("f()"));
    expect(seen).toMatch(/^RecursionError/);
  });

  it("streams each test as it finishes", async () => {
    const seen: [number, TestObservation][] = [];
    const job = smallJob("def f(n): return n", [[call("f(1)")], [call("f(2)")]]);
    await sandbox.run(job, { onTest: (observation, index) => seen.push([index, observation]) });
    expect(seen.map(([index, test]) => [index, test.steps.map(inShort)])).toEqual([
      [0, ["1"]],
      [1, ["2"]],
    ]);
  });

  it("tells a test that ran out of time apart, after those that had finished", async () => {
    const job = smallJob(
      "def f(n):\n    while n: pass\n    return n",
      [[call("f(0)")], [call("f(1)")], [call("f(0)")]],
      {
        wallMsPerTest: 1_500,
      },
    );
    const outcome = await sandbox.run(job);
    expect(outcome.tests).toHaveLength(1);
    expect(outcome.end).toEqual({ type: "timeout", limit: "test" });
  });

  it("limits the time of all tests together", async () => {
    const tests = Array.from({ length: 200 }, () => [call("f()")]);
    const job = smallJob("import time\ndef f(): time.sleep(0.1)", tests, { wallMsTotal: 1_500 });
    expect((await sandbox.run(job)).end).toEqual({ type: "timeout", limit: "total" });
  });

  it("refuses more memory than allowed and goes on", async () => {
    const code = "def f(): return len(bytearray(10 ** 9))\ndef g(): return 1";
    const outcome = await sandbox.run(smallJob(code, [[call("f()")], [call("g()")]]));
    const [first, second] = outcome.tests;
    expect(first?.steps[0]).toMatchObject({ type: "raised", error: { type: "MemoryError" } });
    expect(second?.steps.map(inShort)).toEqual(["1"]);
  });

  it("ends a program that prints without end", async () => {
    const outcome = await sandbox.run(
      smallJob("def f():\n    while True: print('x' * 1000)", [[call("f()")]]),
    );
    expect(outcome).toMatchObject({ tests: [], end: { type: "output-limit" } });
  });

  it("tells that a program ended its own process", async () => {
    const job = smallJob("import os\ndef f(): os._exit(0)\ndef g(): return 1", [
      [call("g()")],
      [call("f()")],
    ]);
    const outcome = await sandbox.run(job);
    expect(outcome.tests).toHaveLength(1);
    expect(outcome.end).toEqual({ type: "ended-early" });
  });

  it("calls a job off when asked", async () => {
    const controller = new AbortController();
    const job = smallJob("def f():\n    while True: pass\ndef g(): return 1", [[call("g()")], [call("f()")]]);
    const running = sandbox.run(job, { signal: controller.signal, onTest: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ code: "aborted" });
  });

  it("runs jobs side by side without mixing them up", async () => {
    const jobs = [1, 2, 3].map((n) => runSteps(sandbox, `def f(): return ${n}`, call("f()")));
    expect(await Promise.all(jobs)).toEqual([["1"], ["2"], ["3"]]);
  });

  it("gives every job other random numbers", async () => {
    const job = () => runSteps(sandbox, "import random\ndef f(): return random.random()", call("f()"));
    expect(await job()).not.toEqual(await job());
  });
}
