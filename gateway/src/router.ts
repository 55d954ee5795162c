import type { Route } from "./config-schema.ts";

export interface Match<Target extends Pick<Route, "methods" | "paths" | "regex_priority">> {
  readonly route: Target;
  /** The beginning of the path that the route's own path stands for; `strip_path` takes it away. */
  readonly matched: string;
}

export type Router<Target extends Pick<Route, "methods" | "paths" | "regex_priority">> = (
  method: string,
  path: string,
) => Match<Target> | undefined;

interface Candidate<Target> {
  readonly route: Target;
  readonly methods: ReadonlySet<string> | undefined;
  readonly pattern: RegExp | undefined;
  readonly prefix: string;
}

/**
 * Kong's traditional matching, for methods and paths: routes that name methods come before those that do not;
 * then regular expressions, higher `regex_priority` first; then prefixes, longer first; then the file's order.
 */
export function createRouter<Target extends Pick<Route, "methods" | "paths" | "regex_priority">>(
  routes: readonly Target[],
): Router<Target> {
  const candidates = routes
    .flatMap((route) => route.paths.map((path) => candidateOf(route, path)))
    .sort(
      (a, b) =>
        Number(b.methods !== undefined) - Number(a.methods !== undefined) ||
        Number(b.pattern !== undefined) - Number(a.pattern !== undefined) ||
        (a.pattern && b.pattern ? b.route.regex_priority - a.route.regex_priority : 0) ||
        b.prefix.length - a.prefix.length,
    );
  return (method, path) => {
    for (const candidate of candidates) {
      if (candidate.methods !== undefined && !candidate.methods.has(method)) continue;
      const matched = matchPath(candidate, path);
      if (matched !== undefined) return { route: candidate.route, matched };
    }
    return undefined;
  };
}

function candidateOf<Target extends Pick<Route, "methods" | "paths" | "regex_priority">>(
  route: Target,
  path: string,
): Candidate<Target> {
  const methods = route.methods && new Set<string>(route.methods);
  return path.startsWith("~")
    ? { route, methods, pattern: new RegExp(path.slice(1), "y"), prefix: "" }
    : { route, methods, pattern: undefined, prefix: path };
}

function matchPath({ pattern, prefix }: Candidate<unknown>, path: string): string | undefined {
  if (pattern === undefined) return path.startsWith(prefix) ? prefix : undefined;
  // Sticky: Kong anchors expressions at the beginning of the path.
  pattern.lastIndex = 0;
  return pattern.exec(path)?.[0];
}
