import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppFrame } from "../components/organisms/AppFrame.tsx";
import { Providers } from "../components/organisms/Providers.tsx";
import { preloadFonts } from "../lib/preload-fonts.ts";
import { readUser } from "../lib/server/read-user.ts";
import { readTheme, themeCookie } from "../lib/theme.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Mastery Engine", template: "%s - Mastery Engine" },
  description: "Practise Python, see what you know and what is about to slip.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Reading cookies here makes every page dynamic, which the per-request nonce needs anyway. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  preloadFonts();
  const jar = await cookies();
  const theme = readTheme(jar.get(themeCookie)?.value);
  const user = await readUser(jar.toString());
  return (
    <html lang="en" {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <Providers user={user}>
          <AppFrame theme={theme}>{children}</AppFrame>
        </Providers>
      </body>
    </html>
  );
}
