import type { ReactNode } from "react";
import { TeachersOnly } from "../../components/organisms/TeachersOnly.tsx";
import "../../styles/roster.css";

export default function ClassLayout({ children }: { children: ReactNode }) {
  return <TeachersOnly>{children}</TeachersOnly>;
}
