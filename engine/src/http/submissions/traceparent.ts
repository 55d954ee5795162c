/** W3C Trace Context, version 00; anything else is not passed on. */
const pattern = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export function traceparentOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" && pattern.test(header) ? header : null;
}
