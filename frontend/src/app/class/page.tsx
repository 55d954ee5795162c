import type { Metadata } from "next";
import { Classes } from "../../components/organisms/Classes.tsx";

export const metadata: Metadata = { title: "Class" };

export default function ClassesPage() {
  return <Classes />;
}
