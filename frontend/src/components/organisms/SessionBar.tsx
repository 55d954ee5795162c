"use client";

import { CloudOff, Lock } from "lucide-react";
import { usePathname } from "next/navigation";
import { useSession } from "../../lib/hooks/useSession.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Note } from "../molecules/Note.tsx";

/** Says that nothing can be sent just now, and the way on. */
export function SessionBar() {
  const { status } = useSession();
  const pathname = usePathname();
  if (status === "unreachable") {
    return (
      <Note tone="bad" icon={CloudOff} announce="politely">
        <strong>The server is not answering.</strong> We keep trying; nothing is lost.
      </Note>
    );
  }
  if (status !== "read-only") return null;
  // A whole page load: the sign-in page has a stricter policy than this one.
  const signIn = (
    <a className={buttonClass("primary")} href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
      Sign in again
    </a>
  );
  return (
    <Note tone="warn" icon={Lock} announce="now" action={signIn}>
      <strong>Read-only: your session could not be renewed.</strong> You can go on reading and writing; your
      draft is safe in this browser.
    </Note>
  );
}
