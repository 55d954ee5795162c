import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setTraps, secret } from "./escapes/set-traps.ts";
import { preparePyodide } from "./prepare-pyodide.ts";
import { childCommand, type PyodideRuntime } from "./pyodide-runtime.ts";
import { describeSandbox } from "./sandbox-under-test.ts";

/** The runner takes JavaScript away from learners' code; these programs run without it and still must not get out. */
const attacks: readonly (readonly [name: string, python: string, shows: RegExp])[] = [
  ["finds the process object", "js.process.version", /^AttributeError/],
  ["loads a Node module", "js.process.getBuiltinModule('fs')", /^AttributeError/],
  ["calls require", "js.require('fs')", /^AttributeError/],
  ["evaluates text", "js.eval('1 + 1')", /EvalError/],
  ["builds a function from text", "js.Function.new('return 1')()", /EvalError/],
  ["builds a function through a constructor", "js.Object.constructor('return this')()", /EvalError/],
  ["runs a script", "__import__('pyodide.code').code.run_js('1')", /EvalError/],
  ["fetches", "js.fetch('http://127.0.0.1:{port}/')", /^AttributeError/],
  ["opens a web socket", "js.WebSocket.new('ws://127.0.0.1:{port}/')", /^AttributeError/],
  ["starts a worker", "js.Worker.new('data:text/javascript,1')", /^AttributeError/],
  [
    "mounts the machine's folders",
    "[pyodide_js.mountNodeFS('/mnt', '{folder}'), open('/mnt/secret.txt').read()][1]",
    /hostPath .* does not exist|PermissionError|FileNotFoundError/,
  ],
  [
    "asks Emscripten for a file",
    "pyodide_js._module.readBinary('{secretFile}')",
    /ERR_ACCESS_DENIED|Access|Error/,
  ],
];

await describeSandbox("pyodide", "the wall behind the wall", () => {
  let runtime: PyodideRuntime;
  let traps: Awaited<ReturnType<typeof setTraps>>;
  beforeAll(async () => {
    runtime = await preparePyodide();
    traps = await setTraps();
  });
  afterAll(() => traps.remove());

  const attempt = (expression: string): string => {
    const program = `
import js, posix, pyodide_js
try: seen = str(${traps.fill(expression)})
except BaseException as error: seen = type(error).__name__ + ": " + str(error)
posix.write(posix.open("/dev/results", posix.O_WRONLY), seen.encode())
`;
    const { command, args } = childCommand(runtime);
    const options = {
      cwd: "/",
      env: {},
      input: JSON.stringify({ program, job: "" }),
      encoding: "utf8",
    } as const;
    return spawnSync(command, args, options).stdout;
  };

  it.each(attacks)("holds a program that %s", (_name, expression, shows) => {
    const seen = attempt(expression);
    expect(seen).toMatch(shows);
    expect(seen).not.toContain(secret);
    expect(traps.visitors()).toBe(0);
  });

  it.runIf(process.platform === "linux")("holds a program that takes memory in JavaScript", () => {
    // Either JavaScript refuses, or the child dies without a word.
    expect(attempt("len([js.ArrayBuffer.new(2 ** 28) for _ in range(64)])")).toMatch(/RangeError|^$/);
  });

  it("lets such a program speak at all", () => {
    expect(attempt("js.Math.max(1, 2)")).toBe("2");
  });
});
