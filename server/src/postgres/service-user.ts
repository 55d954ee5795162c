import { execFileSync } from "node:child_process";

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

const serviceName = "mastery-engine";

/**
 * Who the embedded database runs as: PostgreSQL refuses root, so root lends it a system user of its own.
 * Undefined when this process is an ordinary user and the database can simply be its child.
 */
export function serviceUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp(serviceName) ?? create() ?? lookUp("nobody");
}

function create(): UnprivilegedUser | undefined {
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", serviceName], {
      stdio: "ignore",
    });
  } catch {
    // No useradd here, or another start has just created the user: look-up decides.
  }
  return lookUp(serviceName);
}

function lookUp(name: string): UnprivilegedUser | undefined {
  try {
    const uid = Number(
      execFileSync("id", ["-u", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
    const gid = Number(
      execFileSync("id", ["-g", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
    return { uid, gid };
  } catch {
    return undefined;
  }
}
