import type { Exchange, Reply } from "./exchange.ts";

const jsonType = "application/json; charset=utf-8";

/** Compact JSON, as Kong's authentication plugins answer. */
export function compactReply(
  status: number,
  body: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers: { "Content-Type": jsonType, ...headers }, body: JSON.stringify(body) };
}

/** Kong's general error: always JSON, whatever the client accepts, so that no API path answers with HTML. */
export function errorReply(
  exchange: Pick<Exchange, "requestId">,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { "Content-Type": jsonType, ...headers },
    body: jsonError(message, exchange.requestId),
  };
}

/** What went wrong behind the gateway, in the form that the client accepts. */
export function upstreamErrorReply(
  exchange: Pick<Exchange, "requestId" | "clientHeaders">,
  status: 502 | 503 | 504,
  message: string,
): Reply {
  switch (preferredForm(exchange.clientHeaders.accept)) {
    case "json":
      return errorReply(exchange, status, message);
    case "html":
      return {
        status,
        headers: { "Content-Type": "text/html; charset=utf-8" },
        body: htmlError(message, exchange.requestId),
      };
    case "text":
      return {
        status,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
        body: `${message}\nrequest_id: ${exchange.requestId}\n`,
      };
  }
}

function jsonError(message: string, requestId: string): string {
  return `{\n  "message":${JSON.stringify(message)},\n  "request_id":"${requestId}"\n}`;
}

function htmlError(message: string, requestId: string): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><title>Something went wrong</title></head>',
    `<body><h1>Something went wrong</h1><p>${message}.</p><p>request_id: ${requestId}</p></body></html>`,
    "",
  ].join("\n");
}

type Form = "json" | "html" | "text";

const formOf: Readonly<Record<string, Form>> = {
  "*/*": "json",
  "application/*": "json",
  "application/json": "json",
  "text/event-stream": "json",
  "text/html": "html",
  "text/*": "text",
  "text/plain": "text",
};

/** The best form of an `Accept` header: by weight, the first of equals; JSON when nothing fits. */
function preferredForm(accept: string | undefined): Form {
  if (accept === undefined || accept.trim() === "") return "text";
  let best: { form: Form; weight: number } | undefined;
  for (const entry of accept.split(",")) {
    const [type = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const form = formOf[type];
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (form !== undefined && weight > (best?.weight ?? 0)) best = { form, weight };
  }
  return best?.form ?? "json";
}
