import { hexColor } from "./editor-theme.ts";

export interface PageColors {
  readonly dark: boolean;
  readonly colorOf: (token: string) => string;
  readonly end: () => void;
}

/** Reads the design tokens as they are in this element just now; Monaco takes no CSS variables. */
export function readPageColors(within: HTMLElement): PageColors {
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  const colorOf = (token: string) => {
    probe.style.color = `var(${token})`;
    return hexColor(getComputedStyle(probe).color);
  };
  const brightness = Number.parseInt(colorOf("--surface").slice(1, 3), 16);
  return { dark: brightness < 128, colorOf, end: () => probe.remove() };
}

/** Calls back whenever the page may have changed between light and dark. */
export function watchPageColors(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
