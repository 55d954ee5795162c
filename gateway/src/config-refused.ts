/** The configuration holds something that this gateway cannot do exactly as Kong would: it does not start. */
export class ConfigRefused extends Error {
  readonly code = "config_refused";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The gateway's configuration was refused:\n${problems.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigRefused";
    this.problems = problems;
  }
}
