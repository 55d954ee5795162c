import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Also a start from a fresh clone with nothing installed and nothing cached; takes minutes. */
  readonly cold: boolean;
  readonly json: boolean;
  /** Submissions measured one by one with bubblewrap; the slower sandbox gets half as many. */
  readonly submissions: number;
}

/** The gateway lets a learner submit 60 times a minute; two more warm up. */
const submissionsMax = 58;
const submissionsDefault = 40;

export const usage = `npm run bench:journey -- [--json] [--cold] [--submissions N]

  --json           prints one JSON document instead of tables
  --cold           also measures npm start in a fresh clone with empty caches (minutes)
  --submissions N  measured one by one in the browser and by the API, 1 to ${submissionsMax}; default ${submissionsDefault}`;

/** Undefined when the arguments cannot be understood, or help was asked for. */
export function readOptions(given: readonly string[]): BenchOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        cold: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
        submissions: { type: "string", default: String(submissionsDefault) },
      },
    });
    const submissions = Number(values.submissions);
    const sane = Number.isInteger(submissions) && submissions >= 1 && submissions <= submissionsMax;
    return values.help || !sane ? undefined : { cold: values.cold, json: values.json, submissions };
  } catch {
    return undefined;
  }
}
