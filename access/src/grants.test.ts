import { endpoints } from "@mastery/contracts/endpoints";
import { Permission, Role } from "@mastery/contracts/permission";
import { describe, expect, it } from "vitest";
import { grants, isGranted } from "./grants.ts";

function isGrantedToAnybody(permission: Permission): boolean {
  return Role.options.some((role) => isGranted(role, permission));
}

describe("the table of who may do what", () => {
  it("grants every permission to somebody", () => {
    const idle = Permission.options.filter((permission) => !isGrantedToAnybody(permission));
    expect(idle).toEqual([]);
  });

  it("lets only learners act as learners", () => {
    for (const role of ["teacher", "admin"] as const) {
      expect(isGranted(role, "submission:create")).toBe(false);
      expect(isGranted(role, "recommendation:answer")).toBe(false);
    }
  });

  it("keeps learners out of classes", () => {
    expect(isGranted("student", "class:read")).toBe(false);
  });

  it("names no permission twice", () => {
    for (const role of Role.options) expect(new Set(grants[role]).size).toBe(grants[role].length);
  });

  it("opens every endpoint to at least one role", () => {
    const closed = Object.values(endpoints).filter(
      ({ access }) => access !== "public" && !isGrantedToAnybody(access),
    );
    expect(closed).toEqual([]);
  });
});
