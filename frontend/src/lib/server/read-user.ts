import { readToken } from "@mastery/access/read-token";
import { User } from "@mastery/contracts/session";
import { parseJson } from "../parse-json.ts";
import { readEnvironment } from "./environment.ts";
import { callUpstream } from "./upstream.ts";

/** A page is worth more than the name on it. */
const userTimeoutMs = 800;

/** Who a page is for, so that its first paint knows; undefined when unknown, and the browser then asks itself. */
export async function readUser(cookie: string): Promise<User | undefined> {
  if (!readToken({ cookie })) return undefined;
  const answer = await callUpstream(readEnvironment().engineUrl, {
    method: "GET",
    path: "/api/auth/session",
    headers: { cookie, "x-requested-with": "mastery" },
    timeoutMs: userTimeoutMs,
  });
  if (answer.type === "unreachable" || answer.status !== 200) return undefined;
  return User.safeParse(parseJson(answer.body)).data;
}
