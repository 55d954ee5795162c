import type { ButtonHTMLAttributes } from "react";

export type ButtonKind = "primary" | "plain" | "quiet";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  /** As wide as high, for a single icon; give it an `aria-label`. */
  square?: boolean;
}

export function Button({ kind = "plain", square = false, className = "", type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? "button"}
      className={`${buttonClass(kind, square)} ${className}`.trim()}
      {...rest}
    />
  );
}

/** The same look for a link: `<Link className={buttonClass("primary")}>`. */
export function buttonClass(kind: ButtonKind = "plain", square = false): string {
  return ["btn", kind === "plain" ? "" : kind, square ? "square" : ""].filter(Boolean).join(" ");
}
