import type { Metadata } from "next";
import { StatusBoard } from "../../components/organisms/StatusBoard.tsx";

export const metadata: Metadata = { title: "Status" };

export default function StatusPage() {
  return (
    <div className="panes">
      <StatusBoard />
    </div>
  );
}
