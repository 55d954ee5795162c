import { z } from "zod";

export const Role = z.enum(["student", "teacher", "admin"]);
export type Role = z.infer<typeof Role>;

/** Everything a caller can be allowed to do; who is allowed what stands in the access room. */
export const Permission = z.enum([
  "exercise:read",
  "submission:create",
  "submission:read",
  "mastery:read",
  "recommendation:read",
  "recommendation:answer",
  "class:read",
  "event:subscribe",
  "flag:read",
  "skill:use",
]);
export type Permission = z.infer<typeof Permission>;
