"use client";

import type { Estimate } from "@mastery/contracts/mastery";
import Link from "next/link";
import { useExercises } from "../../lib/hooks/useExercises.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Gauge } from "../atoms/Gauge.tsx";

/** Before the first attempt: no number, and the way to one. */
export function FirstDay({ overall, own }: { overall: Estimate; own: boolean }) {
  const { data: catalogue } = useExercises();
  const first = catalogue?.exercises.find(({ locked, status }) => !locked && status !== "passed");
  return (
    <div className="empty">
      <Gauge name="Overall" {...overall} status="ready" />
      <p>
        <strong>Nothing measured yet.</strong>
        <br />
        <span className="muted">
          {own
            ? "The bracket is wide because we do not know you. Every exercise you hand in tells us more."
            : "They have not handed in anything yet."}
        </span>
      </p>
      {own && first && (
        <Link className={buttonClass("primary")} href={`/editor/${first.slug}`} prefetch={false}>
          Start with {first.title}
        </Link>
      )}
    </div>
  );
}
