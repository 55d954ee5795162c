import type { Logger } from "@mastery/telemetry/logger";
import type { Course } from "../course/course.ts";
import type { Publisher } from "../events/outbox-relay.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Database } from "../stores/database.ts";

/** Everything that grading works with. */
export interface GraderDeps {
  readonly db: Database;
  readonly sandbox: Sandbox;
  readonly courses: ReadonlyMap<string, Course>;
  /** Takes the notices of progress; the facts go through the log. */
  readonly bus: Publisher;
  readonly logger: Logger;
  readonly clock: () => Date;
}
