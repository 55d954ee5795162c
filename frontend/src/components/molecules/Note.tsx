import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../atoms/Icon.tsx";

interface NoteProps {
  tone?: "plain" | "info" | "warn" | "bad";
  icon?: LucideIcon;
  /** `alert` interrupts a screen reader, `status` waits its turn. */
  role?: "alert" | "status";
  action?: ReactNode;
  children: ReactNode;
}

export function Note({ tone = "plain", icon, role, action, children }: NoteProps) {
  return (
    <div className={`note ${tone === "plain" ? "" : tone}`.trim()} {...(role ? { role } : {})}>
      {icon && <Icon of={icon} />}
      <div>{children}</div>
      {action && <div className="push">{action}</div>}
    </div>
  );
}
