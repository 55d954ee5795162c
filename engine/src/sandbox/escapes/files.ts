import { type Escape, refused } from "./escape.ts";

export const fileEscapes: readonly Escape[] = [
  {
    name: "reads the list of users",
    code: "def attack(): return open('/etc/passwd').read()",
    shows: refused,
  },
  {
    name: "reads a secret file by its path",
    code: "def attack(): return open('{secretFile}').read()",
    shows: refused,
  },
  {
    name: "looks for the machine's own folders",
    code: `
import os
def attack():
    own = ("root", "var", "opt", "srv", "mnt", "work", "boot", "sys", "run", "media")
    return [name for name in own if os.path.exists("/" + name)]
`,
    shows: /^\[\]$/,
  },
  {
    name: "reads what the homes hold",
    code: `
import os
def attack():
    found = []
    for folder in ("/root", "/home", os.path.expanduser("~")):
        if os.path.isdir(folder):
            for inner, _, files in os.walk(folder):
                found += [f for f in files if os.path.getsize(os.path.join(inner, f))]
    return [f for f in found if f.startswith(".") or "key" in f]
`,
    shows: /^\[\]$/,
  },
  {
    name: "climbs out by dots and a link",
    code: `
import os
def attack():
    try: os.symlink("/../../../../etc", "/tmp/link")
    except OSError: pass
    return open("/tmp/link/shadow").read()
`,
    shows: refused,
  },
  {
    name: "reads other processes' command lines and memory",
    code: `
import os
def attack():
    found = []
    for pid in range(1, 400):
        for part in ("cmdline", "environ", "maps", "root/etc/passwd"):
            try: found.append(open(f"/proc/{pid}/{part}").read())
            except OSError: pass
    return len("".join(found))
`,
    shows: /^0$/,
  },
  {
    name: "writes into the interpreter's library",
    code: `
import os
def attack(): open(os.path.join(os.path.dirname(os.__file__), "planted.py"), "w").write("x = 1")
`,
    // Where the library is a copy in memory, the write succeeds and dies with the child; see "finds what it planted".
    shows: /^(OSError|PermissionError|NotADirectoryError|FileNotFoundError)|^None$/,
  },
  {
    name: "finds what an earlier job planted",
    code: `
import os
def attack():
    places = [os.path.join(os.path.dirname(os.__file__), "planted.py"), "/tmp/leftover", "/dev/shm/leftover"]
    return [place for place in places if os.path.exists(place)]
`,
    shows: /^\[\]$/,
  },
  {
    name: "leaves a file behind",
    code: "def attack(): return open('/tmp/leftover', 'w').write('x')",
    shows: /^1$/,
  },
  {
    name: "finds the file that an earlier job left behind",
    code: "def attack(): return open('/tmp/leftover').read()",
    shows: refused,
  },
  {
    name: "fills the disk",
    code: `
import signal
def attack():
    if hasattr(signal, "SIGXFSZ"): signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    block = b"x" * (1 << 20)
    for n in range(4096):
        with open(f"/tmp/fill{n}", "wb") as file: file.write(block)
    return "filled"
`,
    shows: /^(OSError|MemoryError)|^end: (killed|ended-early)$/,
  },
];
