import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Admission, Handler } from "./handler.ts";
import { upstreamHeaders, upstreamPath } from "./upstream-target.ts";

/** Joins client and service after an upgrade (WebSocket). Every check of a plain request applies first. */
export function passUpgrade(handler: Handler, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on("error", () => socket.destroy());
  Promise.resolve(handler.admit(request))
    .then((admission) => connect(admission, request, socket, head))
    .catch(() => socket.destroy());
}

function connect(admission: Admission, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (admission.type === "answer") return refuse(socket, admission.reply.status);
  const { exchange, match, target } = admission;
  const sent = httpRequest({
    ...target.connection(),
    method: exchange.method,
    path: upstreamPath(target, match.route, match.matched, exchange),
    headers: {
      ...upstreamHeaders(target, match.route, exchange),
      connection: "Upgrade",
      upgrade: request.headers.upgrade ?? "websocket",
    },
    setHost: false,
    timeout: target.service.connect_timeout,
  });
  socket.once("close", () => sent.destroy());
  sent.on("timeout", () => sent.destroy());
  sent.on("error", () => refuse(socket, 502));
  sent.on("response", (received) => {
    received.resume();
    refuse(socket, received.statusCode ?? 502);
  });
  sent.on("upgrade", (received, upstream, upstreamHead) => {
    upstream.setTimeout(0);
    socket.write(`${answerHead(received)}\r\n\r\n`);
    upstream.unshift(upstreamHead);
    socket.unshift(head);
    upstream.on("error", () => socket.destroy());
    upstream.once("close", () => socket.destroy());
    socket.once("close", () => upstream.destroy());
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  sent.end();
}

function answerHead({ rawHeaders }: IncomingMessage): string {
  const lines = ["HTTP/1.1 101 Switching Protocols"];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  }
  return lines.join("\r\n");
}

function refuse(socket: Duplex, status: number): void {
  if (socket.writable)
    socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
