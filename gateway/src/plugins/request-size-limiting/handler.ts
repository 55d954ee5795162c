import { z } from "zod";
import { headerOf, type Exchange, type Reply } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { errorReply } from "../../reply.ts";
import { strictRecord } from "../../strict-record.ts";

const unitBytes = { megabytes: 2 ** 20, kilobytes: 2 ** 10, bytes: 1 } as const;

const Config = strictRecord({
  allowed_payload_size: z.int().min(0).default(128),
  size_unit: z.enum(["megabytes", "kilobytes", "bytes"]).default("megabytes"),
  require_content_length: z.boolean().default(false),
});

/** Answers 413 to a body over the limit, whether it says its length or comes in chunks. */
export const requestSizeLimiting = definePlugin({
  name: "request-size-limiting",
  priority: 951,
  config: Config,
  create(config) {
    const bytesMax = config.allowed_payload_size * unitBytes[config.size_unit];
    return (exchange) => {
      const length = headerOf(exchange, "content-length");
      if (length !== undefined) {
        return Number(length) > bytesMax ? tooLarge(exchange) : undefined;
      }
      if (config.require_content_length) {
        return errorReply(exchange, 411, "A valid Content-Length header is required");
      }
      if (exchange.request.headers["transfer-encoding"] === undefined) return undefined;
      return readAtMost(exchange, bytesMax);
    };
  },
});

function tooLarge(exchange: Exchange): Reply {
  const waits = exchange.request.headers.expect?.trim().toLowerCase() === "100-continue";
  return errorReply(exchange, waits ? 417 : 413, "Request size limit exceeded");
}

/**
 * A body without a length is read before it goes on, as Kong does: the service never sees the beginning of a
 * body that turns out too long. Memory is bounded by the limit itself.
 */
function readAtMost(exchange: Exchange, bytesMax: number): Promise<Reply | undefined> {
  const { request } = exchange;
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (reply: Reply | undefined): void => {
      request.off("data", onData).off("end", onEnd).off("close", onClose);
      resolve(reply);
    };
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > bytesMax) settle(tooLarge(exchange));
      else chunks.push(chunk);
    };
    const onEnd = (): void => {
      exchange.body = Buffer.concat(chunks);
      settle(undefined);
    };
    // The client went away in the middle of its body; nobody is left to read this answer.
    const onClose = (): void => settle(errorReply(exchange, 400, "The request ended too early"));
    exchange.inviteBody();
    request.on("data", onData).on("end", onEnd).on("close", onClose);
  });
}
