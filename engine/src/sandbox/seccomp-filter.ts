/**
 * System calls refused inside bubblewrap, by their number on x64 and arm64 (the kernel's tables). Namespaces already
 * make most of them pointless; refusing them keeps processes single, memory countable and the kernel's surface small.
 */
const refused: Record<string, readonly [x64: number | undefined, arm64: number | undefined]> = {
  fork: [57, undefined],
  vfork: [58, undefined],
  execveat: [322, 281],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  kcmp: [312, 272],
  mount: [165, 40],
  umount2: [166, 39],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsmount: [432, 432],
  mount_setattr: [442, 442],
  pivot_root: [155, 41],
  chroot: [161, 51],
  unshare: [272, 97],
  setns: [308, 268],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  socket: [41, 198],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  personality: [135, 92],
  // Memory that no limit of the process counts.
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  shmget: [29, 194],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
};

const architectures = {
  x64: { column: 0, audit: 0xc000003e, clone: 56 },
  arm64: { column: 1, audit: 0xc00000b7, clone: 220 },
} as const;
const clone3 = 435;
const threadFlag = 0x00010000;
/** Numbers of the 32-bit ABI that x64 kernels also answer to. */
const x32Bit = 0x40000000;

const load = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const jumpIfSet = 0x45;
const answer = 0x06;
const numberOffset = 0;
const archOffset = 4;
const firstArgumentOffset = 16;
const allow = 0x7fff0000;
const killProcess = 0x80000000;
const refuse = 0x00050000;
const EPERM = 1;
const ENOSYS = 38;

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

/** The filter as bwrap reads it, or undefined on an architecture whose numbers are not known here. */
export function seccompFilter(arch: string): Buffer | undefined {
  if (arch !== "x64" && arch !== "arm64") return undefined;
  const { column, audit, clone } = architectures[arch];
  const numbers = Object.values(refused).flatMap((row) => row[column] ?? []);
  const program: Instruction[] = [
    [load, 0, 0, archOffset],
    [jumpIfEqual, 1, 0, audit],
    [answer, 0, 0, killProcess],
    [load, 0, 0, numberOffset],
    [jumpIfAtLeast, 0, 1, x32Bit],
    [answer, 0, 0, killProcess],
    // glibc falls back to clone, whose flags a filter can read.
    [jumpIfEqual, 0, 1, clone3],
    [answer, 0, 0, refuse | ENOSYS],
    ...numbers.flatMap((number): Instruction[] => [
      [jumpIfEqual, 0, 1, number],
      [answer, 0, 0, refuse | EPERM],
    ]),
    [jumpIfEqual, 0, 3, clone],
    [load, 0, 0, firstArgumentOffset],
    [jumpIfSet, 1, 0, threadFlag],
    [answer, 0, 0, refuse | EPERM],
    [answer, 0, 0, allow],
  ];
  return Buffer.concat(program.map(encode));
}

function encode([code, ifTrue, ifFalse, value]: Instruction): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(ifTrue, 2);
  bytes.writeUInt8(ifFalse, 3);
  bytes.writeUInt32LE(value >>> 0, 4);
  return bytes;
}
