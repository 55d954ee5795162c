import type { Metadata } from "next";
import { Dashboard } from "../../components/organisms/Dashboard.tsx";
import "../../styles/learner-panes.css";

export const metadata: Metadata = { title: "Dashboard" };

export default function DashboardPage() {
  return <Dashboard />;
}
