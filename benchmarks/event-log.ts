import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";

const CommitRow = z.object({ submissionId: z.string(), committedAt: z.coerce.number() });

/** The benchmark's own look into the product's embedded database. */
export interface EventLog {
  /** When each submission's grade, and the events written with it, were committed: milliseconds since 1970. */
  commitTimes(submissionIds: readonly string[]): Promise<Map<string, number>>;
  countGraded(submissionIds: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

export async function openEventLog(dataDir: string): Promise<EventLog> {
  const client = await connect(dataDir);
  return {
    async commitTimes(ids) {
      // A grade's row is never written again, so its transaction is the one that logged `submission.graded`.
      const { rows } = await client.query(
        `SELECT submission_id AS "submissionId",
                extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS "committedAt"
         FROM grades WHERE submission_id = ANY ($1)`,
        [ids],
      );
      return new Map(
        z
          .array(CommitRow)
          .parse(rows)
          .map((row) => [row.submissionId, row.committedAt]),
      );
    },
    async countGraded(ids) {
      const { rows } = await client.query(
        "SELECT count(*)::int AS graded FROM grades WHERE submission_id = ANY ($1)",
        [ids],
      );
      return z.array(z.object({ graded: z.int() })).parse(rows)[0]?.graded ?? 0;
    },
    close: () => client.end(),
  };
}

/** From its next start on, this database remembers when each transaction was committed. */
export async function keepCommitTimes(dataDir: string): Promise<void> {
  const client = await connect(dataDir);
  await client.query("ALTER SYSTEM SET track_commit_timestamp = on");
  await client.end();
}

async function connect(dataDir: string): Promise<Client> {
  const client = new Client({ host: socketFolder(dataDir), user: "mastery", database: "mastery" });
  // The database may go before this does; whoever asks it something then hears of it.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** PostgreSQL writes where it listens into the fifth line of its pid file. */
function socketFolder(dataDir: string): string {
  const lines = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n");
  const folder = lines[4];
  if (!folder) throw new Error("The embedded database's pid file does not say where its socket is");
  return folder;
}
