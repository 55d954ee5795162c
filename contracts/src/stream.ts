import { z } from "zod";
import { Id } from "./id.ts";

export const StreamKind = z.enum(["learner", "teacher", "class"]);
export type StreamKind = z.infer<typeof StreamKind>;

/** Names one learner's, teacher's or class's own ordered sequence of events, for example `learner.8d3f`. */
export const StreamName = z.templateLiteral([StreamKind, ".", Id]);
export type StreamName = z.infer<typeof StreamName>;

export function streamName(kind: StreamKind, id: Id): StreamName {
  return `${kind}.${id}`;
}

export function streamOwner(stream: StreamName): { kind: StreamKind; id: Id } {
  const dot = stream.indexOf(".");
  return { kind: StreamKind.parse(stream.slice(0, dot)), id: stream.slice(dot + 1) };
}
