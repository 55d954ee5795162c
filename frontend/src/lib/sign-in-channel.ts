import { z } from "zod";
import { rememberSignIn } from "./sign-in-memory.ts";

const channelName = "mastery-sign-in";
const SignInMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("signed-in"), userId: z.string(), from: z.string() }),
  z.object({ type: z.literal("signed-out"), from: z.string() }),
  z.object({ type: z.literal("expired"), from: z.string() }),
]);
type SignInMessage = z.infer<typeof SignInMessage>;

/** A tab hears its own broadcasts too; this tells them apart. */
const thisTab = crypto.randomUUID();

interface SignInWatcher {
  readonly onSignedIn: (userId: string) => void;
  /** Somebody pressed Sign out. */
  readonly onSignedOut: () => void;
  /** The server would not renew the session. */
  readonly onExpired: () => void;
}

/** Hears that another tab of this browser signed in or out, or lost its session. */
export function watchSignIns(watcher: SignInWatcher): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = SignInMessage.safeParse(data).data;
    if (!message || message.from === thisTab) return;
    if (message.type === "signed-in") watcher.onSignedIn(message.userId);
    if (message.type === "signed-out") watcher.onSignedOut();
    if (message.type === "expired") watcher.onExpired();
  });
  return () => channel.close();
}

/** Goes on after signing in: a whole page load, since the pages behind have another policy than the sign-in page. */
export function afterSignIn(userId: string, next: string): void {
  rememberSignIn(true);
  tell({ type: "signed-in", userId, from: thisTab });
  location.assign(next);
}

export function afterSignOut(): void {
  rememberSignIn(false);
  tell({ type: "signed-out", from: thisTab });
  location.assign("/sign-in");
}

export function afterExpiry(): void {
  tell({ type: "expired", from: thisTab });
}

function tell(message: SignInMessage): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast never leaves its origin
  channel.postMessage(message);
  channel.close();
}
