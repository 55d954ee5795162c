/** Where to go after signing in: only ever a path of our own. */
export function safeNext(next: string | null | undefined): string {
  const base = "http://here";
  if (!next?.startsWith("/") || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search } = new URL(next, base);
  return origin === base ? pathname + search : "/";
}
