import type { ComponentPropsWithoutRef } from "react";

type ScrollableProps =
  | ({ as: "pre" } & ComponentPropsWithoutRef<"pre">)
  | ({ as: "section" } & ComponentPropsWithoutRef<"section">);

/** A part that may be larger than its place: it takes the focus, so that a keyboard can scroll it, too. */
export function Scrollable({ as: Tag, ...rest }: ScrollableProps) {
  const named = Tag === "pre" ? { role: "region" } : {};
  return <Tag tabIndex={0} {...named} {...rest} />;
}
