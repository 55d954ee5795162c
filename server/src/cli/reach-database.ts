import { createDatabase, type Database } from "@mastery/engine/stores/database";
import { createPool } from "@mastery/engine/stores/pool";
import { join } from "node:path";
import { readConfiguration, type Configuration } from "../configuration.ts";
import { findDataFolder } from "../data-folder.ts";
import { databaseUrl } from "../postgres/embedded-postgres.ts";
import { projectDir } from "../project-dir.ts";
import { StartFault } from "../start-fault.ts";

/** Works on the database of the product that is running here, or on the one that DATABASE_URL names. */
export async function withDatabase<T>(
  work: (db: Database, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(process.env, projectDir);
  const folder = findDataFolder(configuration, process.getuid?.() === 0);
  const url = configuration.databaseUrl ?? databaseUrl(join(folder.runPath, "pg"), "mastery");
  const pool = createPool(url);
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    throw new StartFault(
      "database_failed",
      configuration.databaseUrl === undefined
        ? `The embedded database in ${folder.path} is not running. Start the product first, then run this again.`
        : "The database in DATABASE_URL cannot be reached. Check that it runs and that the address is right.",
      { cause: error },
    );
  }
  try {
    return await work(createDatabase(pool), configuration);
  } finally {
    await pool.end();
  }
}
