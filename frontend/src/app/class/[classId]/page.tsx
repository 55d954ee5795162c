import type { Metadata } from "next";
import { ClassBoard } from "../../../components/organisms/ClassBoard.tsx";

export const metadata: Metadata = { title: "Class" };

interface Props {
  params: Promise<{ classId: string }>;
}

export default async function ClassPage({ params }: Props) {
  const { classId } = await params;
  return <ClassBoard classId={classId} />;
}
