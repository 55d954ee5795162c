"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { readLastExercise } from "../../../lib/editor/last-exercise.ts";
import { useExercises } from "../../../lib/hooks/useExercises.ts";
import { useSession } from "../../../lib/hooks/useSession.ts";
import { EditorFailure } from "./EditorFailure.tsx";
import { EditorSkeleton } from "./EditorSkeleton.tsx";

/** Goes on with the exercise that was open last, else with the first that is not solved yet. */
export function ResumeEditor() {
  const { user } = useSession();
  const { data, isError, refetch } = useExercises();
  const router = useRouter();
  useEffect(() => {
    if (!user || !data) return;
    const last = readLastExercise(localStorage, user.id);
    const known = data.exercises.find(({ slug }) => slug === last);
    const next = known ?? data.exercises.find(({ status, locked }) => status !== "passed" && !locked);
    const slug = (next ?? data.exercises[0])?.slug;
    router.replace(slug === undefined ? "/exercises" : `/editor/${slug}`);
  }, [data, router, user]);
  if (!isError) return <EditorSkeleton />;
  return (
    <EditorFailure
      title="The exercises could not be loaded"
      text="Your drafts are safe in this browser."
      again={() => void refetch()}
    />
  );
}
