import type { Metadata } from "next";
import { ResumeEditor } from "../../components/organisms/editor/ResumeEditor.tsx";

export const metadata: Metadata = { title: "Editor" };

export default function EditorPage() {
  return <ResumeEditor />;
}
