import type { Metadata } from "next";
import { ExerciseRoom } from "../../../components/organisms/editor/ExerciseRoom.tsx";

export const metadata: Metadata = { title: "Editor" };

export default async function ExercisePage({ params }: { params: Promise<{ exercise: string }> }) {
  const { exercise } = await params;
  return <ExerciseRoom slug={exercise} />;
}
