import type { z } from "zod";
import type { Permission } from "./permission.ts";
import type { ProblemCode } from "./problem.ts";

export type Room = "engine" | "realtime" | "web" | "skills";

/**
 * One HTTP endpoint, described once: services register it, the OpenAPI document is generated from it, and the
 * security tests walk it.
 */
export interface Endpoint {
  readonly method: "GET" | "POST" | "DELETE";
  /** Path parameters as `:name`. */
  readonly path: `/${string}`;
  readonly room: Room;
  readonly summary: string;
  /** `public`, or the permission that the caller's role must hold. */
  readonly access: "public" | Permission;
  /** The path parameter that names whose data it is; the caller must be that learner, their teacher or an admin. */
  readonly learnerParam?: "studentId";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Accepts an `Idempotency-Key` header: the same key and body gives the first answer again. */
  readonly idempotent?: boolean;
  readonly success: {
    readonly status: 200 | 201 | 202 | 204;
    readonly schema?: z.ZodType;
    readonly type?: string;
  };
  /** Problems this endpoint may answer beyond those that every endpoint may. */
  readonly problems?: readonly ProblemCode[];
}
