export interface ListenTarget {
  readonly path?: string;
  readonly host?: string;
  readonly port?: number;
}

/** `3000`, `0.0.0.0:3000`, `/run/web.sock` or `unix:/run/web.sock`. A bare port listens on this machine only. */
export function listenTarget(text: string): ListenTarget {
  const path = text.startsWith("unix:") ? text.slice("unix:".length) : text;
  if (path.startsWith("/")) return { path };
  const match = /^(?:(?<host>[^:]+|\[[^\]]+\]):)?(?<port>\d{1,5})$/.exec(text);
  const port = Number(match?.groups?.["port"]);
  if (!match || port > 65_535) {
    throw new Error(`WEB_LISTEN is "${text}"; it may be a port, host:port or the path of a unix socket`);
  }
  return { host: match.groups?.["host"] ?? "127.0.0.1", port };
}
