import { selectFlags, setFlag } from "@mastery/engine/stores/flags";
import { StartFault } from "../start-fault.ts";
import { withDatabase } from "./reach-database.ts";

export async function listFlags(): Promise<void> {
  await withDatabase(async (db, { initialFlags }) => {
    const values = await selectFlags(db, initialFlags);
    for (const [name, value] of Object.entries(values)) process.stdout.write(`${name} ${value}\n`);
  });
}

export async function setFlagCommand(name: string, value: string): Promise<void> {
  await withDatabase(async (db) => {
    const outcome = await setFlag(db, name, value);
    if (outcome.type === "refused") throw new StartFault("bad_setting", outcome.reason);
    process.stdout.write(`${name} is now ${value}. Every part and open browser follows within 2 seconds.\n`);
  });
}
