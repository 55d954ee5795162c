import type { Socket } from "node:net";
import { answerOf } from "./answer-of.ts";
import { EngineError } from "./engine-error.ts";

/** Answers what Node could not even read as HTTP, and hangs up. */
export function refuseUnreadable(_error: Error, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const problem = answerOf(new EngineError("malformed", "The request could not be read."), "unread");
  const body = JSON.stringify(problem);
  socket.end(
    [
      "HTTP/1.1 400 Bad Request",
      "Content-Type: application/problem+json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
