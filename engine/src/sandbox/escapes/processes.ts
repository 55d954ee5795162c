import { type Escape, refused, stopped } from "./escape.ts";

export const processEscapes: readonly Escape[] = [
  {
    name: "runs a shell",
    code: "import os\ndef attack(): return os.system('id > /tmp/id') or open('/tmp/id').read()",
    // os.system answers with a status; no shell means no file to read, or a status that is not 0.
    shows:
      /^(?!.*uid=)(-?[1-9]\d*$|FileNotFoundError|PermissionError|OSError|AttributeError|BlockingIOError|end: ended-early)/,
  },
  {
    name: "starts a program",
    code: "import subprocess\ndef attack(): return subprocess.run(['/bin/echo', 'out'], capture_output=True).stdout",
    shows: refused,
  },
  {
    name: "becomes another program",
    code: "import os\ndef attack(): os.execv('/bin/sh', ['sh', '-c', 'id'])",
    shows: refused,
  },
  {
    name: "forks without end",
    code: "import os\ndef attack():\n    while True: os.fork()",
    shows: refused,
  },
  {
    name: "forks once to outlive the job",
    code: "import os, time\ndef attack():\n    if os.fork() == 0:\n        time.sleep(600)\n    return 'forked'",
    shows: refused,
  },
  {
    name: "starts threads without end",
    code: `
import threading, time
def attack():
    for _ in range(10000): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
`,
    shows: /^(RuntimeError|MemoryError)/,
  },
  {
    name: "signals another process of the machine",
    code: "import os\ndef attack(): os.kill({pid}, 9)",
    // Inside its own numbering there is no such process.
    shows: /^(ProcessLookupError|PermissionError|OSError|AttributeError)|^None$/,
  },
  {
    name: "signals everything it can see",
    code: "import os\ndef attack():\n    os.kill(-1, 9)\n    return 'alive'",
    shows:
      /^(ProcessLookupError|PermissionError|OSError|AttributeError)|^'alive'$|^end: (killed|ended-early)$/,
  },
  {
    name: "ends the process above it",
    code: "import os\ndef attack():\n    os.kill(os.getppid(), 9)\n    return 'alive'",
    shows:
      /^(ProcessLookupError|PermissionError|OSError|AttributeError)|^'alive'$|^end: (killed|ended-early)$/,
  },
  {
    name: "becomes root",
    code: "import os\ndef attack():\n    os.setuid(0)\n    return os.getuid()",
    shows: /^(PermissionError|OSError|AttributeError)|^0$/,
  },
  {
    name: "makes namespaces of its own",
    code: `
import ctypes
def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.unshare(0x10000000 | 0x00020000)
`,
    shows: /^(-1$|ModuleNotFoundError|ImportError|AttributeError|OSError|TypeError|end: ended-early)/,
  },
  {
    name: "mounts a file system",
    code: `
import ctypes
def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.mount(b"none", b"/tmp", b"tmpfs", 0, b"")
`,
    shows: /^(-1$|ModuleNotFoundError|ImportError|AttributeError|OSError|TypeError|end: ended-early)/,
  },
  {
    name: "traces another process",
    code: `
import ctypes
def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.ptrace(16, {pid}, 0, 0)
`,
    shows: /^(-1$|ModuleNotFoundError|ImportError|AttributeError|OSError|TypeError|end: ended-early)/,
  },
  {
    name: "crashes the interpreter",
    code: "import ctypes\ndef attack(): return ctypes.string_at(0)",
    shows: /^end: (killed|ended-early)|^(ModuleNotFoundError|ImportError|OSError|b'')/,
  },
  {
    name: "lifts its own limits",
    code: `
import resource
def attack():
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return len(bytearray(2 * 10 ** 9))
`,
    shows: /^(ValueError|PermissionError|OSError|ModuleNotFoundError|MemoryError|AttributeError)/,
  },
  {
    name: "hides in shared memory that no limit counts",
    code: `
import os
def attack():
    kept = []
    for _ in range(60):
        file = os.memfd_create("hidden")
        kept.append(file)
        for _ in range(100): os.write(file, b"x" * (1 << 20))
    return "hidden"
`,
    shows: /^(PermissionError|OSError|AttributeError|MemoryError)|^end: killed$/,
  },
  { name: "loops for ever", code: "def attack():\n    while True: pass", shows: stopped, endless: true },
  {
    name: "loops and ignores every signal and exception",
    code: `
import signal
def attack():
    for number in range(1, 65):
        try: signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError, RuntimeError): pass
    while True:
        try:
            while True: pass
        except BaseException: pass
`,
    shows: stopped,
    endless: true,
  },
  {
    name: "loops inside C code",
    code: "def attack(): return sum(iter(int, 1))",
    shows: stopped,
    endless: true,
  },
  {
    name: "sends a regular expression into the woods",
    code: "import re\ndef attack(): return re.match(r'(a+)+$', 'a' * 64 + 'b')",
    shows: stopped,
    endless: true,
  },
  {
    name: "sleeps for ever",
    code: "import time\ndef attack(): time.sleep(10 ** 6)",
    shows: stopped,
    endless: true,
  },
];
