import { createTokenVerifier, type VerifyToken } from "@mastery/access/verify-token";
import type { Teaching } from "@mastery/access/may-act-for";
import { createEmbeddedBus } from "@mastery/bus/embedded-bus";
import type { Bus } from "@mastery/bus/bus";
import type { Course } from "@mastery/engine/course/course";
import { loadSigningKeys, type SigningKeys } from "@mastery/engine/sign-in/signing-keys";
import { createTeaching } from "@mastery/engine/stores/classes";
import { join } from "node:path";
import type { Configuration } from "../configuration.ts";
import { opening } from "../opening.ts";
import { prepareDataFolder, type DataFolder } from "../data-folder.ts";
import { lockFolder } from "../folder-lock.ts";
import { loadCourses } from "../load-courses.ts";
import { openLogFile, type LogFile } from "../log-file.ts";
import { openDatabase, type OpenDatabase } from "../open-database.ts";

/** What the rooms of one machine share. */
export interface Core {
  readonly configuration: Configuration;
  readonly folder: DataFolder;
  readonly log: LogFile;
  readonly database: OpenDatabase;
  readonly courses: ReadonlyMap<string, Course>;
  readonly signingKeys: SigningKeys;
  readonly verifyToken: VerifyToken;
  readonly teaching: Teaching;
  readonly bus: Bus;
  readonly dev: boolean;
  readonly say: (line: string) => void;
  /** Everything opened closes in reverse order. */
  readonly closing: AsyncDisposableStack;
}

export interface StartOptions {
  readonly dev: boolean;
  /** Says a line to the person at the terminal. */
  readonly say: (line: string) => void;
}

/** Takes the data folder and opens what all rooms need. Whatever it opened is closed again when it throws. */
export function openCore(configuration: Configuration, options: StartOptions): Promise<Core> {
  return opening((closing) => open(configuration, options, closing));
}

async function open(
  configuration: Configuration,
  options: StartOptions,
  closing: AsyncDisposableStack,
): Promise<Core> {
  const folder = prepareDataFolder(configuration, process.getuid?.() === 0);
  if (folder.remark !== undefined) options.say(folder.remark);
  const lock = lockFolder(folder.path);
  closing.defer(() => lock.release());
  const log = openLogFile(folder.path, configuration.logLevel);
  const courses = await loadCourses(configuration.coursesDir);
  const signingKeys = await loadSigningKeys(join(folder.path, "keys"));
  const database = await openDatabase(configuration.databaseUrl, folder, log.logger("database"));
  closing.defer(() => database.close());
  const bus = createEmbeddedBus();
  closing.defer(() => bus.close());
  return {
    configuration,
    folder,
    log,
    database,
    courses,
    signingKeys,
    verifyToken: createTokenVerifier({ jwks: signingKeys.jwks }),
    teaching: createTeaching(database.db),
    bus,
    ...options,
    closing,
  };
}
