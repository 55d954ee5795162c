/** Header values as Node gives them. */
export interface RequestHeaders {
  readonly [name: string]: string | string[] | undefined;
}

export interface PresentedToken {
  readonly token: string;
  /** A cookie rides along on every request of the browser, so unsafe methods need proof that our page sent them. */
  readonly from: "header" | "cookie";
}

const accessCookies = ["__Host-mastery_at", "mastery_at"];

/** The access token of a request: `Authorization: Bearer` first, then the cookie. */
export function readToken(headers: RequestHeaders): PresentedToken | undefined {
  const authorization = headers["authorization"];
  if (typeof authorization === "string") {
    const match = /^Bearer\s+(\S+)$/i.exec(authorization);
    return match?.[1] === undefined ? undefined : { token: match[1], from: "header" };
  }
  for (const name of accessCookies) {
    const token = readCookie(headers, name);
    if (token !== undefined) return { token, from: "cookie" };
  }
  return undefined;
}

/** The value of a cookie, or undefined when it is absent or empty. */
export function readCookie(headers: RequestHeaders, name: string): string | undefined {
  const header = headers["cookie"];
  if (typeof header !== "string") return undefined;
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name)
      return pair.slice(equals + 1).trim() || undefined;
  }
  return undefined;
}
