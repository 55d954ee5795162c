const plainPath = /^(?:\/[A-Za-z0-9\-_~:@!$&'()*+,;=][A-Za-z0-9\-._~:@!$&'()*+,;=]*)*\/?$/;

export interface RequestTarget {
  /** Normalised; what is matched is also what the service receives. */
  readonly path: string;
  /** Untouched, with its `?`; or empty. */
  readonly query: string;
}

/** Whether a path is no encoded text at all. Kong refuses these too; what reads them behind it would only stumble. */
export function isMalformed(path: string): boolean {
  if (!path.includes("%")) return false;
  try {
    return decodeURIComponent(path).includes("\0");
  } catch {
    return true;
  }
}

/** The path and query of a request line, or undefined where there is no path (`OPTIONS *`). */
export function readTarget(url: string): RequestTarget | undefined {
  const target = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?#]*/i, "");
  if (!target.startsWith("/")) {
    // `GET http://host` and `GET http://host?x` mean the root; everything else without a path is no address.
    return target !== url && /^(?:\?|#|$)/.test(target) ? readTarget(`/${target}`) : undefined;
  }
  const fragment = target.indexOf("#");
  const whole = fragment < 0 ? target : target.slice(0, fragment);
  const mark = whole.indexOf("?");
  return mark < 0
    ? { path: normalisePath(whole), query: "" }
    : { path: normalisePath(whole.slice(0, mark)), query: whole.slice(mark) };
}

/**
 * One spelling for every path (RFC 3986, section 6.2.2): `//` becomes `/`, dot segments resolve also when they
 * are percent-encoded, needless encoding goes. `%2F` stays: it is not a separator.
 */
export function normalisePath(path: string): string {
  if (plainPath.test(path)) return path;
  const decoded = path
    .replace(/%([0-9a-f]{2})/gi, (escape, digits: string) => {
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return /[A-Za-z0-9\-._~]/.test(character) ? character : escape.toUpperCase();
    })
    // Characters with no place in a path; URL parsers would read a backslash as a separator.
    .replace(/[^A-Za-z0-9\-._~:@!$&'()*+,;=%/]/g, encodeCharacter);
  const segments: string[] = [];
  for (const segment of decoded.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  const directory = /(?:^|\/)\.{0,2}$/.test(decoded) && segments.length > 0;
  return `/${segments.join("/")}${directory ? "/" : ""}`;
}

/** Request lines arrive as one byte a character. */
function encodeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
}
