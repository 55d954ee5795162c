/**
 * Which security headers a path gets.
 * `app`: every signed-in page, one policy for all, since a soft navigation keeps the first document's headers.
 * `strict`: pages that run nothing but our own scripts. `own`: documents that bring their own policy.
 */
export type PolicyKind = "app" | "strict" | "own" | "api";

const strictPaths = ["/sign-in", "/join", "/docs"];
/** The frame in which learners' Python runs is embedded on purpose and locks itself up harder than any page. */
const ownPaths = ["/runner"];

export function policyKind(pathname: string): PolicyKind {
  if (isUnder(pathname, "/api")) return "api";
  if (ownPaths.some((path) => isUnder(pathname, path))) return "own";
  return strictPaths.some((path) => isUnder(pathname, path)) ? "strict" : "app";
}

/** The headers of one answer. `nonce` marks the scripts of this page; `dev` lets React's development build work. */
export function policyHeaders(kind: PolicyKind, nonce: string, dev: boolean): Record<string, string> {
  const always = { "x-content-type-options": "nosniff", "referrer-policy": "same-origin" };
  if (kind === "api" || kind === "own") return always;
  return {
    ...always,
    "content-security-policy": contentPolicy(kind, nonce, dev),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  };
}

function contentPolicy(kind: "app" | "strict", nonce: string, dev: boolean): string {
  const app = kind === "app";
  const script = ["'self'", `'nonce-${nonce}'`];
  if (app) script.push("'wasm-unsafe-eval'");
  else script.push("'strict-dynamic'");
  if (dev) script.push("'unsafe-eval'");
  return [
    "default-src 'none'",
    `script-src ${script.join(" ")}`,
    // Monaco and Radix write style attributes and elements; neither can run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `worker-src ${app ? "'self' blob:" : "'none'"}`,
    `frame-src ${app ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

function isUnder(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
