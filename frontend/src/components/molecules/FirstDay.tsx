"use client";

import type { Estimate } from "@mastery/contracts/mastery";
import Link from "next/link";
import { useRecommendations } from "../../lib/hooks/useRecommendations.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Gauge } from "../atoms/Gauge.tsx";

interface FirstDayProps {
  overall: Estimate;
  /** The learner who reads it; undefined for their teacher. */
  studentId: string | undefined;
}

/** Before the first attempt: no number, and the way to one. */
export function FirstDay({ overall, studentId }: FirstDayProps) {
  const { data, accept } = useRecommendations(studentId);
  const first = data?.items[0];
  return (
    <div className="empty">
      <Gauge name="Overall" {...overall} status="ready" />
      <p>
        <strong>Nothing measured yet.</strong>
        <br />
        <span className="muted">
          {studentId !== undefined
            ? "The bracket is wide because we do not know you. Every exercise you hand in tells us more."
            : "They have not handed in anything yet."}
        </span>
      </p>
      {first && (
        <Link
          className={buttonClass("primary")}
          href={`/editor/${first.exercise}`}
          prefetch={false}
          onClick={() => accept.mutate(first.id)}
        >
          Start with {first.title}
        </Link>
      )}
    </div>
  );
}
