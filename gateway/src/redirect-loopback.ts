import type { Exchange, Reply } from "./exchange.ts";

const loopbackName = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const notPages = /^\/(?:api|mcp|\.well-known|_next)(?:\/|$)/;

/**
 * Sends a person who opened a page under another name of this machine to the public address: cookies and origins
 * hold for one name only. Programs, and everything that is no page, are left alone; so is a public address that is
 * not on this machine, since a proxy in front may well call us by a loopback name.
 */
export function createLoopbackRedirect(publicUrl: string): (exchange: Exchange) => Reply | undefined {
  const home = new URL(publicUrl);
  const isLocal = loopbackName.test(home.hostname);
  return (exchange) => {
    const host = exchange.clientHeaders.host;
    if (!isLocal || host === undefined || host === home.host) return undefined;
    if (exchange.method !== "GET" || notPages.test(exchange.path)) return undefined;
    if (!exchange.clientHeaders.accept?.includes("text/html")) return undefined;
    const name = host.replace(/:\d+$/, "").toLowerCase();
    if (name === home.hostname || !loopbackName.test(name)) return undefined;
    const location = `${home.origin}${exchange.path}${exchange.query}`;
    return { status: 307, headers: { Location: location, "Cache-Control": "no-store" }, body: "" };
  };
}
