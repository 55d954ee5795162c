import type { Exchange } from "../../exchange.ts";

export interface TokenPlaces {
  readonly header_names: readonly string[];
  readonly cookie_names: readonly string[];
  readonly uri_param_names: readonly string[];
}

/** The different tokens that a request presents. One token in several places counts once. */
export function readTokens(exchange: Exchange, places: TokenPlaces): Set<string> {
  const tokens = new Set<string>();
  if (places.uri_param_names.length > 0 && exchange.query !== "") {
    const query = new URLSearchParams(exchange.query);
    for (const name of places.uri_param_names) {
      for (const value of query.getAll(name)) if (value !== "") tokens.add(value);
    }
  }
  const cookies = exchange.clientHeaders.cookie;
  if (cookies !== undefined) {
    for (const name of places.cookie_names) {
      const value = readCookie(cookies, name);
      if (value !== undefined) tokens.add(value);
    }
  }
  for (const name of places.header_names) {
    const header = exchange.clientHeaders[name.toLowerCase()];
    const token = /\s*[Bb]earer\s+(.+)/.exec((Array.isArray(header) ? header[0] : header) ?? "")?.[1];
    if (token !== undefined) tokens.add(token);
  }
  return tokens;
}

function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name)
      return pair.slice(equals + 1).trim() || undefined;
  }
  return undefined;
}
