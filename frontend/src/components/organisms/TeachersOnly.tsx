"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useSession } from "../../lib/hooks/useSession.ts";
import { buttonClass } from "../atoms/Button.tsx";

/** Pages about a class; a learner who comes here is told where theirs is. The server decides who may read what. */
export function TeachersOnly({ children }: { children: ReactNode }) {
  const { user } = useSession();
  if (!user) return null;
  if (user.role !== "student") return children;
  return (
    <section className="pane grow">
      <h1>This page is for teachers</h1>
      <p className="lead muted">
        Here they see how their class is doing. Your own numbers are on your dashboard.
      </p>
      <Link className={buttonClass("primary")} href="/dashboard">
        Go to my dashboard
      </Link>
    </section>
  );
}
