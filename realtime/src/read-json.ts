import type { IncomingMessage } from "node:http";
import { refuse, type Refusal } from "./refusal.ts";

export type JsonBody = { readonly type: "json"; readonly value: unknown } | Refusal;

/** The request's JSON body, of at most `bytesMax` bytes. */
export async function readJson(request: IncomingMessage, bytesMax: number): Promise<JsonBody> {
  const contentType = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (contentType !== "application/json") return refuse("wrong_type", "Send the body as application/json.");

  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop must not tear the connection down: the refusal still has to go out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // Without an encoding set, a request yields buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > bytesMax) return refuse("too_large", `The body may have at most ${bytesMax} bytes.`);
    chunks.push(buffer);
  }
  try {
    return { type: "json", value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return refuse("malformed", "The body is not valid JSON.");
  }
}
