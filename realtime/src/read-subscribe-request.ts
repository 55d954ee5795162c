import { type StreamName, streamName } from "@mastery/contracts/stream";
import { SubscribeRequest } from "@mastery/contracts/subscription";
import { Topic } from "@mastery/contracts/topic";
import { refuse, type Refusal } from "./refusal.ts";

export type Wanted =
  { readonly type: "wanted"; readonly stream: StreamName; readonly topics: readonly Topic[] } | Refusal;

const [OfLearner, OfClass] = SubscribeRequest.options;

/** What a subscribe request asks for, or every value in it that is wrong, unknown topics by their names. */
export function readSubscribeRequest(body: unknown): Wanted {
  const ofClass = typeof body === "object" && body !== null && "classId" in body;
  const parsed = ofClass ? OfClass.safeParse(body) : OfLearner.safeParse(body);
  if (parsed.success) {
    const { data } = parsed;
    const stream =
      "classId" in data ? streamName("class", data.classId) : streamName("learner", data.studentId);
    return { type: "wanted", stream, topics: [...new Set(data.topics)] };
  }
  const errors = parsed.error.issues.map(({ path, message }) => {
    const unknown = unknownTopic(body, path);
    return { path: path.join("."), message: unknown ?? message };
  });
  return refuse("invalid", errors[0]?.message ?? "The request is not valid.", errors);
}

function unknownTopic(body: unknown, path: readonly PropertyKey[]): string | undefined {
  if (path[0] !== "topics" || typeof path[1] !== "number") return undefined;
  if (typeof body !== "object" || body === null || !("topics" in body) || !Array.isArray(body.topics)) {
    return undefined;
  }
  const named: unknown = body.topics[path[1]];
  return `unknown topic ${JSON.stringify(named)?.slice(0, namedCharactersMax)}; there are ${Topic.options.join(", ")}`;
}

/** A refusal repeats what was sent, but not at any length. */
const namedCharactersMax = 80;
