import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../atoms/Icon.tsx";

interface NoteProps {
  tone?: "plain" | "info" | "warn" | "bad";
  icon?: LucideIcon;
  /** Read out when it appears: `now` interrupts, `politely` waits its turn. */
  announce?: "now" | "politely";
  action?: ReactNode;
  children: ReactNode;
}

const roles = { now: "alert", politely: "status" };

export function Note({ tone = "plain", icon, announce, action, children }: NoteProps) {
  return (
    <div
      className={`note ${tone === "plain" ? "" : tone}`.trim()}
      {...(announce ? { role: roles[announce] } : {})}
    >
      {icon && <Icon of={icon} />}
      <div>{children}</div>
      {action && <div className="push">{action}</div>}
    </div>
  );
}
