"use client";

import { useEffect } from "react";
import { ApiError, failureText } from "../../../lib/api-failure.ts";
import { keepLastExercise } from "../../../lib/editor/last-exercise.ts";
import { preloadMonaco } from "../../../lib/editor/load-monaco.ts";
import { useExercise } from "../../../lib/hooks/useExercise.ts";
import { useSession } from "../../../lib/hooks/useSession.ts";
import { EditorFailure } from "./EditorFailure.tsx";
import { EditorSkeleton } from "./EditorSkeleton.tsx";
import { Workspace } from "./Workspace.tsx";

/** Loads an exercise and opens it; meanwhile its outline stands in the final size. */
export function ExerciseRoom({ slug }: { slug: string }) {
  const { user } = useSession();
  const exercise = useExercise(user ? slug : undefined);
  // The editor's code loads beside the exercise, not after it.
  useEffect(preloadMonaco, []);
  const { data } = exercise;
  useEffect(() => {
    if (!data || !user) return;
    document.title = `${data.title} - Mastery Engine`;
    keepLastExercise(localStorage, user.id, data.slug);
  }, [data, user]);
  if (data && user) return <Workspace key={`${user.id} ${data.slug}`} exercise={data} user={user} />;
  if (!exercise.error) return <EditorSkeleton />;
  const failure = exercise.error instanceof ApiError ? exercise.error.failure : undefined;
  const unknown = failure?.type === "problem" && failure.code === "not_found";
  return (
    <EditorFailure
      title={unknown ? "There is no such exercise" : "The exercise could not be loaded"}
      text={unknown ? "It may have been renamed." : failure ? failureText(failure) : "Something went wrong."}
      again={unknown ? undefined : () => void exercise.refetch()}
    />
  );
}
