import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const prefix = "/_next/static/";
const yearSeconds = 365 * 24 * 3600;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the build's static files and `public/`, in the smallest form the browser takes. In development the files
 * change, so Next serves them. Names under the prefix carry their content's hash: they may be kept for ever.
 */
export function serveStatic(directory: string, dev: boolean): Handler {
  if (dev) return (_request, _response, next) => next();
  const built = sirv(join(directory, ".next/static"), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: yearSeconds,
    setHeaders,
  });
  const publicDirectory = join(directory, "public");
  const open = existsSync(publicDirectory)
    ? sirv(publicDirectory, { brotli: true, gzip: true, etag: true, maxAge: 0, setHeaders })
    : undefined;
  return (request, response, next) => {
    const url = request.url ?? "/";
    if (!url.startsWith(prefix)) return open ? open(request, response, next) : next();
    request.url = url.slice(prefix.length - 1);
    built(request, response, () => {
      request.url = url;
      next();
    });
  };
}

/** A worker's script needs the embedder policy of its page; the sandboxed frame has no origin and still may load these. */
function setHeaders(response: ServerResponse): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.setHeader("Access-Control-Allow-Origin", "*");
}
