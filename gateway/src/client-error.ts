import type { Duplex } from "node:stream";
import { gatewayName } from "./pass-answer.ts";

const answers: Readonly<Record<string, { status: string; text: string }>> = {
  HPE_HEADER_OVERFLOW: { status: "400 Bad Request", text: "Request header or cookie too large" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", text: "Request timed out" },
};
const malformed = { status: "400 Bad Request", text: "Bad request" };

/** Answers what could not be read as a request at all, then hangs up. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, text } = answers[error.code ?? ""] ?? malformed;
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(text)}`,
    `Server: ${gatewayName}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`);
}
