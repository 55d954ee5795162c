import { z } from "zod";

/** An opaque identifier: at most 64 of `[A-Za-z0-9_-]`. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ -");
export type Id = z.infer<typeof Id>;

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A probability or score, 0 to 1. */
export const Share = z.number().min(0).max(1);

/** The short, readable name of a course or exercise: lower-case words joined by hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
  .max(64);
