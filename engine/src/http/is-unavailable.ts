/** PostgreSQL's codes for "not now": shutting down, starting up, out of connections, disk full, took too long. */
const databaseCodes = new Set(["57P01", "57P02", "57P03", "53100", "53300", "57014"]);
/** Node's codes when nobody answers at the database's address; `ENOENT` is a unix socket that is gone. */
const socketCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT"]);
/** The driver gives these no code. */
const driverMessages = [
  "timeout exceeded when trying to connect",
  "Connection terminated",
  "Client has encountered a connection error",
  "Query read timeout",
];

/** Whether the fault is that the database cannot be reached or is overloaded just now, so that trying again may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (driverMessages.some((message) => error.message.startsWith(message))) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!("code" in error) || typeof error.code !== "string") return false;
  const isConnecting = "syscall" in error;
  return (
    databaseCodes.has(error.code) ||
    error.code.startsWith("08") ||
    (isConnecting && socketCodes.has(error.code))
  );
}
