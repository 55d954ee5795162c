import { z } from "zod";
import { Id, Slug } from "./id.ts";
import { Permission, Role } from "./permission.ts";

export const User = z.object({
  id: Id,
  /** Learners only. */
  studentId: Id.optional(),
  displayName: z.string().min(1).max(80),
  role: Role,
  permissions: z.array(Permission),
  /** IANA name, for example `Europe/Berlin`. */
  timeZone: z.string().max(64),
  /** Slugs of the courses this person is enrolled in or teaches; the first is the active one. */
  courses: z.array(Slug),
  /** Part of the demo class. */
  demo: z.boolean(),
});
export type User = z.infer<typeof User>;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("must be an e-mail address"));

export const LoginRequest = z.strictObject({ email: Email, password: z.string().min(1).max(256) });

export const RefreshRequest = z.strictObject({ refreshToken: z.string().max(512).optional() });

const printable = /^\P{Cc}*$/u;

export const JoinRequest = z.strictObject({
  inviteCode: z.string().trim().min(4).max(64).regex(printable, "must be the code as printed"),
  email: Email,
  password: z.string().min(10, "must have at least 10 characters").max(256),
  displayName: z.string().trim().min(1).max(80).regex(printable, "must not contain control characters"),
  timeZone: z.string().max(64).optional(),
});

/** Browsers get cookies and neither token; programs get both tokens in the body. */
export const SessionAnswer = z.object({
  user: User,
  /** Seconds until the access token expires. */
  expiresIn: z.int(),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** The verified content of an access token. */
export const AccessClaims = z.object({
  iss: z.literal("mastery-engine"),
  aud: z.literal("mastery-api"),
  sub: Id,
  studentId: Id.optional(),
  role: Role,
  permissions: z.array(Permission),
  /** The session (refresh token family) this token belongs to. */
  sid: Id,
  iat: z.int(),
  exp: z.int(),
  jti: z.string(),
});
export type AccessClaims = z.infer<typeof AccessClaims>;

export const JsonWebKeySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
