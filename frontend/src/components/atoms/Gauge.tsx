import type { ConceptStatus } from "@mastery/contracts/exercise";
import type { CSSProperties } from "react";

interface GaugeProps {
  /** What is measured, for example a concept's name. */
  name: string;
  /** All of 0 to 1. */
  score: number;
  low: number;
  high: number;
  status?: ConceptStatus;
  /** The score before the last change. */
  before?: number;
}

/** Jaws hold the 80 % interval, the tick is the estimate, the notch at 80 is mastery. */
export function Gauge({ name, score, low, high, status, before }: GaugeProps) {
  const at = percent(score);
  const style: CSSProperties & Record<`--${string}`, number> = {
    "--lo": percent(low),
    "--at": at,
    "--hi": percent(high),
    ...(before === undefined ? {} : { "--was": percent(before) }),
  };
  const label =
    status === "locked"
      ? `${name}, locked`
      : `${name} ${at} %, likely between ${percent(low)} and ${percent(high)}`;
  return (
    <span className={`gauge ${status ?? ""}`} style={style}>
      <span className="vh">{label}</span>
      {before !== undefined && <i className="was" />}
    </span>
  );
}

/** A share as the whole number people read. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
