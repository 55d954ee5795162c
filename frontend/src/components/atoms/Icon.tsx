import type { LucideIcon } from "lucide-react";

/** A lucide icon in the product's size and weight. Decoration only: the word stands beside it or in `aria-label`. */
export function Icon({ of: Glyph }: { of: LucideIcon }) {
  return <Glyph className="icon" aria-hidden="true" />;
}
