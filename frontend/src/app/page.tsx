"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSession } from "../lib/hooks/useSession.ts";

/** Nobody stays here: learners go to their dashboard, teachers to their class. */
export default function HomePage() {
  const { user } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (user) router.replace(user.role === "student" ? "/dashboard" : "/class");
  }, [router, user]);
  return <h1 className="vh">Mastery Engine</h1>;
}
