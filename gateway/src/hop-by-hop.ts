/** Headers that belong to one connection and never travel on (RFC 9110, section 7.6.1). */
const names = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whether a header stays on this connection: by its name, or because the sender's `Connection` lists it. */
export function isHopByHop(lowerCaseName: string, connection: readonly string[]): boolean {
  return names.has(lowerCaseName) || connection.includes(lowerCaseName);
}

/** What a `Connection` header lists, in lower case. */
export function connectionOptions(header: string | undefined): string[] {
  if (header === undefined || header === "keep-alive" || header === "close") return [];
  return header.split(",").map((option) => option.trim().toLowerCase());
}
