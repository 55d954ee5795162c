import { z } from "zod";

const channelName = "mastery-sign-in";
const SignInMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("signed-in"), userId: z.string() }),
  z.object({ type: z.literal("signed-out") }),
]);
type SignInMessage = z.infer<typeof SignInMessage>;

interface SignInWatcher {
  readonly onSignedIn: (userId: string) => void;
  readonly onSignedOut: () => void;
}

/** Hears that another tab of this browser signed in or out. */
export function watchSignIns(watcher: SignInWatcher): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = SignInMessage.safeParse(data).data;
    if (message?.type === "signed-in") watcher.onSignedIn(message.userId);
    if (message?.type === "signed-out") watcher.onSignedOut();
  });
  return () => channel.close();
}

/** Goes on after signing in: a whole page load, since the pages behind have another policy than the sign-in page. */
export function afterSignIn(userId: string, next: string): void {
  tell({ type: "signed-in", userId });
  location.assign(next);
}

export function afterSignOut(): void {
  tell({ type: "signed-out" });
  location.assign("/sign-in");
}

/** Where to go after signing in: only ever a path of our own. */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}

function tell(message: SignInMessage): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast never leaves its origin
  channel.postMessage(message);
  channel.close();
}
