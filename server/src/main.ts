import { program } from "./cli/program.ts";
import { StartFault } from "./start-fault.ts";

try {
  await program().parseAsync();
} catch (error) {
  // What somebody can mend is said in words; a fault of ours shows where it happened.
  process.stderr.write(`${error instanceof StartFault ? error.message : format(error)}\n`);
  process.exit(1);
}

function format(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
