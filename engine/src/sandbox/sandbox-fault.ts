/** The sandbox itself failed; the learner's code is not to blame and the job may be tried again. */
export class SandboxFault extends Error {
  readonly code: "did-not-start" | "broke" | "aborted" | "closed";

  constructor(code: SandboxFault["code"], message: string) {
    super(message);
    this.name = "SandboxFault";
    this.code = code;
  }
}
