import { randomUUID } from "node:crypto";
import { z } from "zod";
import { headerOf } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { strictRecord } from "../../strict-record.ts";

const Config = strictRecord({
  header_name: z.string().min(1).default("Kong-Request-ID"),
  generator: z.enum(["uuid", "uuid#counter"]).default("uuid#counter"),
  echo_downstream: z.boolean().default(false),
});

/** Gives every request a number, the client's own if it sent one, and tells it to service and client. */
export const correlationId = definePlugin({
  name: "correlation-id",
  priority: 100_001,
  config: Config,
  create(config) {
    const name = config.header_name.toLowerCase();
    const generate = config.generator === "uuid" ? randomUUID : countFrom(randomUUID());
    return (exchange) => {
      const sent = headerOf(exchange, name);
      const id = sent === undefined || sent === "" ? generate() : sent;
      exchange.gatewayHeaders[name] = id;
      if (config.echo_downstream) exchange.answerHeaders.set(config.header_name, id);
      return undefined;
    };
  },
});

function countFrom(worker: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${worker}#${count}`;
  };
}
