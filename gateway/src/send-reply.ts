import type { IncomingMessage, ServerResponse } from "node:http";
import type { Exchange, Reply } from "./exchange.ts";
import { gatewayName, setAnswerHeaders } from "./pass-answer.ts";

/** How much of a refused body is read away, so that its sender gets to read the answer; then the line is cut. */
const unreadBytesMax = 8 * 1024 * 1024;

/** Sends an answer of the gateway's own. */
export function sendReply(exchange: Exchange, response: ServerResponse, reply: Reply, now: number): void {
  if (response.headersSent || response.destroyed) return;
  for (const name of Object.keys(reply.headers)) response.setHeader(name, reply.headers[name] ?? "");
  response.setHeader("Content-Length", Buffer.byteLength(reply.body));
  response.setHeader("Server", gatewayName);
  response.setHeader("X-Kong-Response-Latency", now - exchange.startedAt);
  setAnswerHeaders(exchange, response);
  response.writeHead(reply.status);
  response.end(exchange.method === "HEAD" ? undefined : reply.body);
  readAway(exchange.request);
}

function readAway(request: IncomingMessage): void {
  if (request.complete) return;
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > unreadBytesMax) request.socket.destroy();
  });
  request.resume();
}
