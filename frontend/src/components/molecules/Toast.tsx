"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { Button, buttonClass } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { Mark, type MarkName } from "../atoms/Mark.tsx";

export interface ToastContent {
  readonly mark: MarkName;
  readonly tone?: "plain" | "ok" | "warn" | "bad";
  /** What happened. */
  readonly title: string;
  /** Why. */
  readonly text?: string;
  /** One way on; without it the toast can be dismissed. */
  readonly action?: { readonly label: string } & (
    { readonly href: string } | { readonly onPress: () => void }
  );
}

const shownMs = 6_000;

/** Says what happened and why, for a moment, without taking the focus. */
export function showToast(content: ToastContent): void {
  toast.custom((id) => <Toast {...content} dismiss={() => toast.dismiss(id)} />, { duration: shownMs });
}

function Toast({
  mark,
  tone = "plain",
  title,
  text,
  action,
  dismiss,
}: ToastContent & { dismiss: () => void }) {
  return (
    <div className={`toast ${tone === "plain" ? "" : tone}`.trim()}>
      <Mark name={mark} />
      <strong>{title}</strong>
      {text && <span className="muted">{text}</span>}
      {action ? (
        <ToastAction action={action} dismiss={dismiss} />
      ) : (
        <Button kind="quiet" square aria-label={`Dismiss: ${title}`} onClick={dismiss}>
          <Icon of={X} />
        </Button>
      )}
    </div>
  );
}

function ToastAction({
  action,
  dismiss,
}: {
  action: NonNullable<ToastContent["action"]>;
  dismiss: () => void;
}) {
  if ("href" in action) {
    return (
      <Link className={buttonClass()} href={action.href} onClick={dismiss}>
        {action.label}
      </Link>
    );
  }
  const press = () => {
    action.onPress();
    dismiss();
  };
  return <Button onClick={press}>{action.label}</Button>;
}
