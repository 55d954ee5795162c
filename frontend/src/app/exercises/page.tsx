import type { Metadata } from "next";
import { CatalogueBoard } from "../../components/organisms/CatalogueBoard.tsx";
import "../../styles/catalogue.css";

export const metadata: Metadata = { title: "Exercises" };

export default function ExercisesPage() {
  return <CatalogueBoard />;
}
