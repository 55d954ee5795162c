import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { updatePasswordHash } from "../stores/accounts.ts";
import { createAccount } from "./create-account.ts";
import { hashPassword } from "./passwords.ts";
import { signIn } from "./sign-in.ts";

const now = new Date("2026-03-01T10:00:00Z");
const credentials = { email: "ada@school.example", password: "correct horse" };
const patience = { timeout: 20_000, interval: 20 };

let database: TestDatabase;
let accountId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const account = { ...credentials, displayName: "Ada", role: "teacher" as const };
  const created = await createAccount(database.db, account, now);
  accountId = created.type === "created" ? created.accountId : "";
});
afterAll(() => database.drop());

async function sessionCount(): Promise<number> {
  return (await database.db.selectFrom("sessions").select("id").execute()).length;
}

/** Signs in with the old password after the change was written and before it is committed. */
async function meanwhile(db: TestDatabase["db"]) {
  await appears("state = 'idle in transaction' AND query LIKE 'update%'");
  const signedIn = signIn(db, credentials, now);
  await appears("wait_event_type = 'Lock' AND query LIKE '%for share%'");
  return { signedIn };
}

function appears(activity: string): Promise<void> {
  const query = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND ${activity}`;
  return vi.waitFor(async () => {
    expect((await database.pool.query(query)).rows.length).toBeGreaterThan(0);
  }, patience);
}

describe("signing in while the password is being changed", () => {
  it("does not leave a sign-in behind that was made with the old password", async () => {
    const { db } = database;
    const newHash = await hashPassword("another password");
    let commit = () => {};
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    const changing = db.transaction().execute(async (transaction) => {
      await updatePasswordHash(transaction, accountId, newHash);
      await mayCommit;
    });
    const signingIn = meanwhile(db).finally(commit);
    await changing;
    const { signedIn } = await signingIn;
    expect(await signedIn).toEqual({ type: "wrong-credentials" });
    expect(await sessionCount()).toBe(0);
    expect(await signIn(db, { ...credentials, password: "another password" }, now)).toMatchObject({
      type: "signed-in",
      accountId,
    });
  });
});
