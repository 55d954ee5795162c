import { type Escape, refused, refusedOrEnded, stopped } from "./escape.ts";

const fruitless = /^(MemoryError|OverflowError)|^end: (killed|ended-early|timeout)$/;

export const resourceEscapes: readonly Escape[] = [
  {
    name: "takes memory in one piece",
    code: "def attack(): return len(bytearray(10 ** 10))",
    shows: fruitless,
  },
  {
    name: "takes memory bit by bit and keeps it",
    code: `
def attack():
    kept = []
    while True:
        try:
            while True: kept.append(bytearray(1 << 22))
        except MemoryError: raise
`,
    shows: fruitless,
  },
  {
    name: "swallows every MemoryError",
    code: `
def attack():
    kept = []
    while True:
        try: kept.append(bytearray(1 << 22))
        except MemoryError: pass
`,
    shows: stopped,
    endless: true,
  },
  {
    name: "floods its output",
    code: "def attack():\n    while True: print('flood' * 1000)",
    shows: /^end: output-limit$/,
  },
  {
    name: "floods the process's own outputs",
    code: `
import os
def attack():
    for n in range(3000):
        for descriptor in (1, 2):
            try: os.write(descriptor, b"x" * 65536)
            except OSError: pass
    return "done"
`,
    shows: /^'done'$|^end: (output-limit|timeout|ended-early)$/,
  },
  {
    name: "returns a value of a hundred million characters",
    code: "def attack(): return 'x' * 10 ** 8",
    shows: /^'x{32000}'\.\.\.$|^MemoryError/,
  },
  {
    name: "nests its result a hundred thousand deep",
    code: "def attack():\n    value = []\n    for _ in range(10 ** 5): value = [value]\n    return value",
    shows: /^opaque: \[\[\[\[.*\.\.\..*\]\]\]\]$|^end: (killed|ended-early)$/,
  },
  {
    name: "connects to a server on this machine",
    code: "import socket\ndef attack(): return socket.create_connection(('127.0.0.1', {port}), 2).recv(10)",
    shows: refused,
  },
  {
    name: "sends a datagram",
    code: "import socket\ndef attack(): return socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', {port}))",
    shows: refused,
  },
  {
    name: "listens for connections",
    code: `
import socket
def attack():
    server = socket.socket()
    server.bind(("0.0.0.0", 0))
    server.listen()
    server.settimeout(1)
    server.accept()
`,
    shows: refusedOrEnded,
  },
  {
    name: "asks for a name on the network",
    code: "import socket\ndef attack():\n    try: return socket.gethostbyname('example.com')\n    except UnicodeError: raise OSError",
    // An interpreter without a network may invent an address; nothing is asked and none can be reached.
    shows: /^(gaierror|herror|OSError|PermissionError|ModuleNotFoundError)|^'172\.29\.\d+\.\d+'$/,
  },
  {
    name: "speaks to a unix socket",
    code: `
import socket
def attack():
    client = socket.socket(socket.AF_UNIX)
    client.connect("{socket}")
    return client.recv(10)
`,
    shows: refused,
  },
  {
    name: "fetches a page",
    code: "from urllib.request import urlopen\ndef attack(): return urlopen('http://127.0.0.1:{port}/', timeout=2).read()",
    shows: /^(URLError|OSError|PermissionError|ModuleNotFoundError|ImportError|AttributeError|TimeoutError)/,
  },
];
