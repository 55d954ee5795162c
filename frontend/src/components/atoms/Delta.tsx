import { percent } from "../../lib/percent.ts";

/** By how much a score moved, in whole points, with its sign; nothing when nobody could see it. */
export function Delta({ before, after }: { before: number; after: number }) {
  const moved = percent(after) - percent(before);
  if (moved === 0) return null;
  return moved > 0 ? (
    <span className="num up">+{moved}</span>
  ) : (
    <span className="num down">{`−${-moved}`}</span>
  );
}
