import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { claimIdempotencyKey } from "../stores/idempotency-keys.ts";
import { beginAttempt } from "../stores/sign-in-failures.ts";
import { createAccount } from "./create-account.ts";
import { purgeExpired } from "./purge-expired.ts";
import { startSession } from "./start-session.ts";

const dayMs = 86_400_000;
const now = new Date("2026-03-01T10:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe("purging", () => {
  it("removes what has expired and nothing that is still good", async () => {
    const { db } = database;
    const account = { email: "a@b.example", password: "x", displayName: "Ada", role: "teacher" as const };
    const created = await createAccount(db, account, now);
    const accountId = created.type === "created" ? created.accountId : "";
    const live = await startSession(db, accountId, ago(30 * dayMs - 1));
    await startSession(db, accountId, ago(30 * dayMs + 1));
    await beginAttempt(db, "recent@b.example", ago(14 * 60_000));
    await beginAttempt(db, "old@b.example", ago(15 * 60_000));
    for (const [key, at] of [["recent", ago(7 * dayMs)] as const, ["old", ago(7 * dayMs + 1)] as const]) {
      await claimIdempotencyKey(db, { caller: "c", key, requestHash: "h", now: at });
    }

    await purgeExpired(db, now);

    const sessions = await db.selectFrom("sessions").select("id").execute();
    expect(sessions).toEqual([{ id: live.sessionId }]);
    const tokens = await db.selectFrom("refreshTokens").select("sessionId").execute();
    expect(tokens).toEqual([{ sessionId: live.sessionId }]);
    const failures = await db.selectFrom("signInFailures").select("email").execute();
    expect(failures).toEqual([{ email: "recent@b.example" }]);
    const keys = await db.selectFrom("idempotencyKeys").select("key").execute();
    expect(keys).toEqual([{ key: "recent" }]);
  });
});
