import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import { preload } from "react-dom";

/** Asks for the one font that every page needs before its style sheet is even read. */
export function preloadFonts(): void {
  preload(inter, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
