import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger } from "pino";

/** Fields that may hold a secret, wherever they stand in what is logged. */
const secretFields = [
  "password",
  "token",
  "accessToken",
  "refreshToken",
  "authorization",
  "cookie",
  "set-cookie",
  "inviteCode",
  "idempotency-key",
];

const redactedPaths = secretFields.flatMap((field) => {
  const key = field.includes("-") ? `["${field}"]` : field;
  const nested = field.includes("-") ? key : `.${key}`;
  return [key, `*${nested}`, `*.*${nested}`, `*.*.*${nested}`];
});

export interface LoggerOptions {
  readonly level?: string;
  readonly destination?: DestinationStream;
}

/** A logger of JSON lines; secrets are replaced before a line is written. */
export function createLogger(name: string, options: LoggerOptions = {}): Logger {
  const settings = {
    name,
    level: options.level ?? "info",
    base: { name },
    redact: { paths: redactedPaths, censor: "[redacted]" },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
