"use client";

import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";

const saidForMs = 3_000;

/** The code that lets learners join, and a button that copies the whole link. */
export function InviteCode({ code }: { code: string }) {
  const [said, setSaid] = useState<"copied" | "refused">();
  const copy = async () => {
    const link = `${location.origin}/join?code=${encodeURIComponent(code)}`;
    // A browser may refuse the clipboard; the code stands beside the button for that case.
    const outcome = await navigator.clipboard.writeText(link).then(
      () => "copied" as const,
      () => "refused" as const,
    );
    setSaid(outcome);
    setTimeout(() => setSaid(undefined), saidForMs);
  };
  return (
    <div className="row push">
      <span className="small muted">
        Invite code <code>{code}</code>
      </span>
      <Button onClick={() => void copy()}>
        <Icon of={said === "copied" ? Check : Link2} />
        {said === "copied" ? "Link copied" : "Copy invite link"}
      </Button>
      <span className="vh" role="status">
        {said === "copied" && "The invite link is on your clipboard."}
      </span>
      {said === "refused" && (
        <span className="small down" role="alert">
          Your browser did not allow it; copy the code by hand.
        </span>
      )}
    </div>
  );
}
