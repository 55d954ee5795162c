/** A start that cannot succeed until somebody mends something; the message says what and how. */
export class StartFault extends Error {
  override readonly name = "StartFault";
  readonly code:
    | "bad_setting"
    | "folder_in_use"
    | "folder_unusable"
    | "disk_full"
    | "port_in_use"
    | "database_failed"
    | "course_faulty"
    | "not_built";

  constructor(code: StartFault["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
