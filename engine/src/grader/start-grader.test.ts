import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { eventually } from "../../test-support/eventually.ts";
import { makeLearner } from "../../test-support/learner.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../test-support/scripted-sandbox.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { submit } from "../learning/submit.ts";
import { SandboxFault } from "../sandbox/sandbox-fault.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { freeDeadGradersJobs } from "./free-dead-graders-jobs.ts";
import { holdPresence } from "./presence.ts";
import { startGrader, type Grader } from "./start-grader.ts";

const right = "4\n-6";

describe("a grader", () => {
  let database: TestDatabase;
  let graders: Grader[];
  beforeEach(async () => {
    database = await createTestDatabase();
    graders = [];
  });
  afterEach(async () => {
    await Promise.all(graders.map((grader) => grader.stop()));
    await database.drop();
  });

  async function start(sandbox: Sandbox): Promise<Grader> {
    const grader = await startGrader({
      pool: database.pool,
      db: database.db,
      sandbox,
      concurrency: 2,
      courses: new Map([[practiceCourse.slug, practiceCourse]]),
      bus: createRecordingBus(),
      logger: silentLogger,
      clock: () => new Date(),
    });
    graders.push(grader);
    return grader;
  }

  async function handIn(count: number): Promise<void> {
    const studentId = await makeLearner(database.db);
    const exercise = { slug: "double", title: "Twice as much" };
    const trace = { correlationId: null, traceparent: null };
    for (let index = 0; index < count; index += 1) {
      const handIn = { studentId, course: "practice", exercise, code: right, ...trace, now: new Date() };
      await database.db.transaction().execute((trx) => submit(trx, handIn));
    }
  }

  async function count(table: string, where = "true"): Promise<number> {
    const { rows } = await database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    );
    return rows[0]?.n ?? 0;
  }
  const jobsLeft = () => count("graphile_worker.jobs");
  const allGraded = () => eventually(async () => (await jobsLeft()) === 0);

  it("grades what was queued before it started and what comes while it runs", async () => {
    await handIn(2);
    await start(createScriptedSandbox());
    await handIn(3);
    await allGraded();
    expect(await count("grades", "status = 'passed'")).toBe(5);
  });

  it("shares the work with others without grading anything twice", async () => {
    let runs = 0;
    const sandbox = createScriptedSandbox(() => {
      runs += 1;
    });
    await Promise.all([start(sandbox), start(sandbox)]);
    await handIn(20);
    await allGraded();
    expect([runs, await count("grades")]).toEqual([20, 20]);
  });

  it("frees what a dead grader had taken, and leaves alone what a living one has", async () => {
    await handIn(2);
    await database.pool.query(`
      UPDATE graphile_worker._private_jobs SET locked_at = now(), attempts = 1,
        locked_by = CASE id % 2 WHEN 0 THEN 'pool-alive' ELSE 'pool-dead' END`);
    const holding = Promise.withResolvers<void>();
    const alive = holdPresence({
      pool: database.pool,
      graderId: "pool-alive",
      logger: silentLogger,
      jobs: [
        async ({ signal, wakeUp }) => {
          holding.resolve();
          while (!signal.aborted) await wakeUp.next(60_000);
        },
      ],
    });
    await holding.promise;
    expect(await freeDeadGradersJobs(database.pool)).toEqual(["pool-dead"]);
    expect(await count("graphile_worker.jobs", "locked_by IS NOT NULL")).toBe(1);
    await alive.stop();
    // The lock goes when the database has noticed that the connection is gone.
    let freed: string[] = [];
    await eventually(async () => {
      freed = await freeDeadGradersJobs(database.pool);
      return freed.length > 0;
    });
    expect(freed).toEqual(["pool-alive"]);
  });

  it("takes over a dead grader's submissions as soon as it starts", async () => {
    await handIn(1);
    await database.pool.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'pool-dead', attempts = 1",
    );
    await start(createScriptedSandbox());
    await allGraded();
    expect(await count("grades", "status = 'passed'")).toBe(1);
  });

  it("tries again when the sandbox broke once", async () => {
    let broken = true;
    const sandbox = createScriptedSandbox(() => {
      if (!broken) return;
      broken = false;
      throw new SandboxFault("broke", "no more processes");
    });
    await start(sandbox);
    await handIn(1);
    await allGraded();
    expect(await count("grades", "status = 'passed'")).toBe(1);
  });

  it("goes on when the database broke just as a finished job was reported", async () => {
    await database.pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;
      CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs EXECUTE FUNCTION refuse()`);
    await start(createScriptedSandbox());
    await handIn(1);
    await eventually(async () => (await count("grades")) === 1);
    await eventually(async () => (await count("graphile_worker.jobs", "attempts > 1")) === 1);
    await database.pool.query("DROP TRIGGER refuse ON graphile_worker._private_jobs");
    await allGraded();
    expect(await count("grades", "status = 'passed'")).toBe(1);
  });

  it("goes on after the database cut all its connections", async () => {
    await start(createScriptedSandbox());
    await handIn(1);
    await allGraded();
    await database.pool
      .query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
      .catch(() => undefined); // it ends its own connection, too
    await eventually(() =>
      handIn(1).then(
        () => true,
        () => false,
      ),
    );
    await allGraded();
    expect(await count("grades")).toBeGreaterThanOrEqual(2);
  });

  it("ends what it has begun before it stops, and takes nothing more", async () => {
    const began = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const sandbox = createScriptedSandbox(async () => {
      began.resolve();
      await goOn.promise;
    });
    const grader = await start(sandbox);
    await handIn(1);
    await began.promise;
    const stopped = grader.stop();
    goOn.resolve();
    await stopped;
    graders = [];
    await handIn(1);
    expect([await count("grades"), await jobsLeft()]).toEqual([1, 1]);
  });
});
