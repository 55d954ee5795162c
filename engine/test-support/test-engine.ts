import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTokenVerifier } from "@mastery/access/verify-token";
import type { Id } from "@mastery/contracts/id";
import type { Role } from "@mastery/contracts/permission";
import { createLogger } from "@mastery/telemetry/logger";
import type { FastifyInstance } from "fastify";
import { uuidv7 } from "uuidv7";
import { createEngineApp } from "../src/http/app.ts";
import type { EngineDeps } from "../src/http/deps.ts";
import { createStanding } from "../src/learning/standing.ts";
import { mintAccessToken } from "../src/sign-in/access-token.ts";
import { insertPerson } from "../src/sign-in/create-account.ts";
import { loadSigningKeys } from "../src/sign-in/signing-keys.ts";
import { startSession } from "../src/sign-in/start-session.ts";
import { selectPerson } from "../src/stores/accounts.ts";
import { addClassMember, addClassTeacher, createTeaching, insertClass } from "../src/stores/classes.ts";
import { enrol } from "../src/stores/enrolments.ts";
import { createTestDatabase } from "./database.ts";
import { smallCourse } from "./small-course.ts";

export interface TestPerson {
  readonly accountId: Id;
  /** Empty for teachers and admins. */
  readonly studentId: Id;
  readonly email: string;
  readonly sessionId: Id;
  /** Headers that a program signed in as this person sends. */
  readonly bearer: { readonly authorization: string };
}

/** The engine's HTTP side on a fresh database, a clock that moves when told, and people to call it. */
export interface TestEngine {
  readonly app: FastifyInstance;
  readonly deps: EngineDeps;
  /** Everything that was logged, as JSON lines. */
  readonly logged: string[];
  advance(ms: number): void;
  /** An app like this one on the same database, changed as told. */
  appWith(changes: Partial<EngineDeps>): FastifyInstance;
  person(role: Role, options?: { classId?: Id }): Promise<TestPerson>;
  /** A class of the small course, with its invite code. */
  makeClass(): Promise<{ classId: Id; inviteCode: string }>;
  close(): Promise<void>;
}

export async function createTestEngine(): Promise<TestEngine> {
  const database = await createTestDatabase();
  const keysFolder = await mkdtemp(join(tmpdir(), "mastery-keys-"));
  const signingKeys = await loadSigningKeys(keysFolder);
  let now = Date.now();
  const clock = () => new Date(now);
  const logged: string[] = [];
  const deps: EngineDeps = {
    db: database.db,
    pool: database.pool,
    courses: new Map([[smallCourse.slug, smallCourse]]),
    signingKeys,
    verifyToken: createTokenVerifier({ jwks: signingKeys.jwks }, clock),
    publicUrl: "http://localhost:8000",
    version: "0.0.0",
    python: "3.11.2",
    logger: createLogger("engine", { destination: { write: (line: string) => void logged.push(line) } }),
    clock,
    teaching: createTeaching(database.db),
    standing: createStanding(database.db),
    initialFlags: {
      FEATURE_DAPR_INTEGRATION: "true",
      FEATURE_KONG_AUTH: "true",
      FEATURE_API_INTEGRATION: "true",
      FEATURE_MCP_SKILLS: "true",
    },
  };
  const apps = [createEngineApp(deps)] as const;
  const others: FastifyInstance[] = [];
  return {
    app: apps[0],
    deps,
    logged,
    advance: (ms) => {
      now += ms;
    },
    appWith(changes) {
      const app = createEngineApp({ ...deps, ...changes });
      others.push(app);
      return app;
    },
    person: (role, options) => makePerson(deps, role, options),
    makeClass: () => makeClass(deps),
    async close() {
      await Promise.all([...apps, ...others].map((app) => app.close()));
      await database.drop();
      await rm(keysFolder, { recursive: true, force: true });
    },
  };
}

async function makePerson(
  deps: EngineDeps,
  role: Role,
  { classId }: { classId?: Id } = {},
): Promise<TestPerson> {
  const now = deps.clock();
  const email = `${uuidv7()}@school.example`;
  const created = await insertPerson(
    deps.db,
    // No password fits this: people made here are signed in already.
    { email, displayName: `A ${role}`, role, passwordHash: "none" },
    now,
  );
  if (created.type !== "created") throw new Error("A fresh address is never taken");
  const { accountId, studentId = "" } = created;
  if (role === "student") await enrol(deps.db, { studentId, course: smallCourse.slug, now });
  if (classId !== undefined && role === "student") await addClassMember(deps.db, { classId, studentId, now });
  if (classId !== undefined && role === "teacher") await addClassTeacher(deps.db, classId, accountId);
  const person = await selectPerson(deps.db, accountId);
  if (!person) throw new Error("The account that was just made is gone");
  const { sessionId } = await startSession(deps.db, accountId, now);
  const token = await mintAccessToken(deps.signingKeys, { person, sessionId }, now);
  return { accountId, studentId, email, sessionId, bearer: { authorization: `Bearer ${token}` } };
}

async function makeClass(deps: EngineDeps): Promise<{ classId: Id; inviteCode: string }> {
  const classId = uuidv7();
  const inviteCode = `JOIN-${classId.slice(-12)}`;
  await insertClass(deps.db, {
    id: classId,
    name: "Year 9",
    course: smallCourse.slug,
    inviteCode,
    createdAt: deps.clock(),
  });
  return { classId, inviteCode };
}
