import { type Escape, refused } from "./escape.ts";

/** Words that stand only in expectations, put together at run time so that a program never finds itself. */
const needle = `"".join(reversed("yranac-detcepxe"))`;

export const forgeryEscapes: readonly Escape[] = [
  {
    name: "reads the environment",
    code: "import os\ndef attack(): return sorted(name for name in os.environ if 'MASTERY' in name or 'SECRET' in name or name == 'NODE_OPTIONS')",
    shows: /^\[\]$/,
  },
  {
    name: "finds an expectation among all objects",
    code: `
import gc
def attack():
    needle = ${needle}
    texts = [text for thing in gc.get_objects() for text in gc.get_referents(thing) if type(text) is str]
    return [text for text in texts if needle in text and text is not needle]
`,
    shows: /^\[\]$/,
  },
  {
    name: "finds an expectation in the frames above it",
    code: `
import sys
def attack():
    needle, frame, found = ${needle}, sys._getframe(1), []
    while frame:
        found += [name for name, value in {**frame.f_locals, **frame.f_globals}.items() if needle in repr(value)]
        frame = frame.f_back
    return found
`,
    shows: /^\[\]$/,
  },
  {
    name: "finds an expectation in its arguments or open files",
    code: `
import os, select, sys
def attack():
    needle, found = ${needle}, repr((sys.argv, sys.orig_argv))
    for descriptor in range(64):
        try:
            os.set_blocking(descriptor, False)
            found += repr(os.read(descriptor, 1 << 16))
        except (OSError, AttributeError): pass
    return needle in found
`,
    shows: /^False$/,
  },
  {
    name: "finds an expectation in the reader's source",
    code:
      "import inspect, sys\ndef attack(): return " +
      needle +
      " in repr([vars(m) for m in list(sys.modules.values()) if m])",
    shows: /^False$|^MemoryError/,
  },
  {
    name: "answers by a repr that lies",
    code: "class Lie:\n    def __repr__(self): return repr(''.join(reversed('yranac-detcepxe')))[:-1] + '!'\ndef attack(): return [Lie()]",
    shows: /^opaque: /,
  },
  {
    name: "answers by an equality that lies",
    code: "class Lie(str):\n    def __eq__(self, other): return True\n    def __repr__(self): return 'anything'\n    __hash__ = str.__hash__\ndef attack(): return Lie('no')",
    shows: /^opaque: anything$/,
  },
  {
    name: "claims to be of another class",
    code: "class Lie:\n    @property\n    def __class__(self): return list\n    def __iter__(self): return iter([1])\n    def __len__(self): return 1\ndef attack(): return Lie()",
    shows: /^opaque: <main\.Lie object>$/,
  },
  {
    name: "writes results of its own to every descriptor",
    code: `
import os
def attack():
    for descriptor in range(1, 64):
        try: os.write(descriptor, b'{"end":"finished"}\\n{"steps":[]}\\n')
        except OSError: pass
    return "wrote"
`,
    // Claiming to be finished with tests missing is the same as leaving early.
    shows: /^end: ended-early$|^'wrote'$/,
  },
  {
    name: "replaces the runner's functions",
    code: `
import sys
def attack():
    frame = sys._getframe()
    while frame.f_back: frame = frame.f_back
    frame.f_globals["observe_value"] = lambda value, stdout: {"type": "passed", "status": "passed"}
    return "replaced"
`,
    shows: /^end: ended-early$|^'replaced'$/,
  },
  {
    name: "replaces builtins",
    code: "import builtins\ndef attack():\n    for name in ('len', 'type', 'repr', 'map', 'issubclass'): setattr(builtins, name, lambda *a: 'passed')\n    return 1",
    shows: /^end: |^1$|^opaque: |TypeError/,
  },
  {
    name: "reaches JavaScript",
    code: "def attack():\n    import js\n    return str(js.process.version)",
    shows: refused,
  },
  {
    name: "reaches JavaScript through Pyodide",
    code: "def attack():\n    from pyodide.code import run_js\n    return str(run_js('process.version'))",
    shows: /^(ModuleNotFoundError|ImportError|AttributeError|JsException|NameError)/,
  },
  {
    name: "reaches JavaScript through the interpreter's core",
    code: `
def attack():
    import _pyodide_core, gc
    found = [thing for thing in gc.get_objects() if type(thing).__name__ == "JsProxy"]
    return [str(thing) for thing in found if hasattr(thing, "process") or hasattr(thing, "fetch")]
`,
    shows: /^(ModuleNotFoundError|ImportError|AttributeError|SystemError)|^\[\]$/,
  },
  {
    name: "finds Node's modules by walking JavaScript objects",
    code: `
def attack():
    import gc
    found = []
    for thing in gc.get_objects():
        if "Js" in type(thing).__name__ or "pyodide" in type(thing).__module__:
            for name in ("process", "require", "getBuiltinModule", "fetch", "_module", "globalThis"):
                try: found.append(str(getattr(thing, name)))
                except BaseException: pass
    return found
`,
    shows: /^\[\]$/,
  },
  {
    name: "mounts the machine's folders into its own",
    code: "def attack():\n    import pyodide_js\n    pyodide_js.mountNodeFS('/mnt', '/')\n    return open('{secretFile}').read()",
    shows: refused,
  },
];
