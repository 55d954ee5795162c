import type { Metadata } from "next";
import { LearnerBoard } from "../../../../components/organisms/LearnerBoard.tsx";
import "../../../../styles/learner-panes.css";

export const metadata: Metadata = { title: "Learner" };

interface Props {
  params: Promise<{ classId: string; studentId: string }>;
}

export default async function LearnerPage({ params }: Props) {
  const { classId, studentId } = await params;
  return <LearnerBoard classId={classId} studentId={studentId} />;
}
