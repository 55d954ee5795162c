import type { Permission, Role } from "@mastery/contracts/permission";

/** The one table of who may do what. Whose data it may be done to is decided by `mayActFor`. */
export const grants: Record<Role, readonly Permission[]> = {
  student: [
    "exercise:read",
    "submission:create",
    "submission:read",
    "mastery:read",
    "recommendation:read",
    "recommendation:answer",
    "event:subscribe",
    "flag:read",
    "skill:use",
  ],
  teacher: [
    "exercise:read",
    "submission:read",
    "mastery:read",
    "recommendation:read",
    "class:read",
    "event:subscribe",
    "flag:read",
    "skill:use",
  ],
  admin: [
    "exercise:read",
    "submission:read",
    "mastery:read",
    "recommendation:read",
    "class:read",
    "event:subscribe",
    "flag:read",
    "skill:use",
  ],
};

/** A role's permissions decide, not the token's copy of them: a narrowed role takes effect at once. */
export function isGranted(role: Role, permission: Permission): boolean {
  return grants[role].includes(permission);
}
