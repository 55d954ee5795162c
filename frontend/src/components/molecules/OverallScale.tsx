import type { Estimate } from "@mastery/contracts/mastery";
import { percent } from "../../lib/percent.ts";

/** Where mastery begins, in percent: the notch. */
const masteredAt = 80;
const marks = Array.from({ length: 21 }, (_unused, i) => i * 5);
const labels = [0, 20, 40, 60];

interface OverallScaleProps {
  overall: Estimate;
  /** The score before the change that has just come. */
  before?: number | undefined;
}

/** The gauge at full size: jaws hold the interval, the bar is the estimate, the long line is mastery. */
export function OverallScale({ overall, before }: OverallScaleProps) {
  const [low, at, high] = [percent(overall.low), percent(overall.score), percent(overall.high)];
  const jaw = { y1: 12, y2: 33, stroke: "var(--accent)", strokeWidth: 2 };
  return (
    <>
      <p className="vh">
        Overall mastery {at} percent, likely between {low} and {high}. Mastered begins at {masteredAt}.
      </p>
      <svg className="plot" height="66" aria-hidden="true">
        <line className="axis" x1="0" x2="100%" y1="30" y2="30" />
        {marks.map((mark) => (
          <line
            key={mark}
            className="axis"
            x1={`${mark}%`}
            x2={`${mark}%`}
            y1="30"
            y2={mark % 20 === 0 ? 38 : 34}
          />
        ))}
        <rect x={`${low}%`} y="15" width={`${high - low}%`} height="15" fill="var(--plot-plan-band)" />
        <line x1={`${low}%`} x2={`${low}%`} {...jaw} />
        <line x1={`${high}%`} x2={`${high}%`} {...jaw} />
        <line x1={`${at}%`} x2={`${at}%`} y1="8" y2="37" stroke="var(--accent)" strokeWidth="4" />
        {before !== undefined && (
          <line
            x1={`${percent(before)}%`}
            x2={`${percent(before)}%`}
            y1="15"
            y2="30"
            stroke="var(--text)"
            strokeWidth="1.5"
            strokeDasharray="1.5 2"
          />
        )}
        <line
          x1={`${masteredAt}%`}
          x2={`${masteredAt}%`}
          y1="6"
          y2="38"
          stroke="var(--text)"
          strokeWidth="1.5"
        />
        {labels.map((label) => (
          <text key={label} x={`${label}%`} y="54" textAnchor={label === 0 ? "start" : "middle"}>
            {label}
          </text>
        ))}
        <text className="strong" x={`${masteredAt}%`} y="54" textAnchor="middle">
          {masteredAt} mastered
        </text>
      </svg>
    </>
  );
}
