/** A Python that other users can reach, and every folder it needs. */
export interface Interpreter {
  readonly path: string;
  /** For example `3.11.2`. */
  readonly version: string;
  readonly folders: readonly string[];
  /** Top-level links of the machine that its libraries are found through, such as `/lib64` to `usr/lib64`. */
  readonly links: readonly { readonly at: string; readonly to: string }[];
}

export const resultsDescriptor = 3;
export const filterDescriptor = 4;
export const infoDescriptor = 5;
const temporaryBytesMax = 16 * 1024 * 1024;

/** Nothing of the machine but the interpreter and its libraries is there; only /tmp can be written, and little. */
export function bubblewrapArguments(interpreter: Interpreter, program: string, filter: boolean): string[] {
  return [
    ["user", "pid", "net", "ipc", "uts", "cgroup"].map((kind) => `--unshare-${kind}`),
    [
      "--disable-userns",
      "--new-session",
      "--die-with-parent",
      "--as-pid-1",
      "--clearenv",
      "--hostname",
      "sandbox",
    ],
    interpreter.folders.flatMap((folder) => ["--ro-bind", folder, folder]),
    ["--ro-bind", interpreter.path, interpreter.path],
    ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"],
    interpreter.links.flatMap((link) => ["--symlink", link.to, link.at]),
    ["--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom"],
    ["--size", String(temporaryBytesMax), "--tmpfs", "/tmp", "--chdir", "/tmp"],
    ["--remount-ro", "/"],
    ["--info-fd", String(infoDescriptor)],
    filter ? ["--seccomp", String(filterDescriptor)] : [],
    [interpreter.path, "-I", "-S", "-B", "-X", "utf8", "-c", program],
  ].flat();
}
