import type { Teaching } from "@mastery/access/may-act-for";
import type { VerifyToken } from "@mastery/access/verify-token";
import type { FlagName, FlagValue } from "@mastery/contracts/flag";
import type { Id } from "@mastery/contracts/id";
import type { Estimate } from "@mastery/contracts/mastery";
import type { Logger } from "@mastery/telemetry/logger";
import type { Pool } from "pg";
import type { Course } from "../course/course.ts";
import type { SigningKeys } from "../sign-in/signing-keys.ts";
import type { Database } from "../stores/database.ts";

/** Every imported course by its slug. */
export type Courses = ReadonlyMap<string, Course>;

/** Where learners stand, as the catalogue and the class page need it. */
export interface Standing {
  /** Ids of concepts that this learner has not reached yet. */
  lockedConcepts(studentId: Id, course: Course, now: Date): Promise<ReadonlySet<string>>;
  /** Probability that the learner solves the exercise at the next try. */
  pSuccess(studentId: Id, course: Course, exercise: string, now: Date): Promise<number | undefined>;
  /** The overall estimate of each learner; every id asked for has one. */
  overall(studentIds: readonly Id[], course: Course, now: Date): Promise<ReadonlyMap<Id, Estimate>>;
}

/** Everything the engine's HTTP side works with; the composition root fills it in. */
export interface EngineDeps {
  readonly db: Database;
  readonly pool: Pool;
  readonly courses: Courses;
  readonly signingKeys: SigningKeys;
  readonly verifyToken: VerifyToken;
  /** The one origin that browsers use. */
  readonly publicUrl: string;
  /** The product's version, for the OpenAPI document. */
  readonly version: string;
  /** The interpreter that grades, for example `3.11.2`. */
  readonly python: string;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly teaching: Teaching;
  readonly standing: Standing;
  /** Flags from the environment; the database overrides them. */
  readonly initialFlags: Readonly<Record<FlagName, FlagValue>>;
}
