import type { Permission, Role } from "@mastery/contracts/permission";

const reading: readonly Permission[] = [
  "exercise:read",
  "submission:read",
  "mastery:read",
  "recommendation:read",
  "event:subscribe",
  "flag:read",
  "skill:use",
];

/** The one table of who may do what. Whose data it may be done to is decided in `may-act-for.ts`. */
export const grants: Record<Role, readonly Permission[]> = {
  student: [...reading, "submission:create", "recommendation:answer"],
  teacher: [...reading, "class:read"],
  admin: [...reading, "class:read"],
};

/** A role's permissions decide, not the token's copy of them: a narrowed role takes effect at once. */
export function isGranted(role: Role, permission: Permission): boolean {
  return grants[role].includes(permission);
}
