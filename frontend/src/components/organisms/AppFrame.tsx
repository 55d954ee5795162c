"use client";

import { usePathname } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { Toaster } from "sonner";
import { useSession } from "../../lib/hooks/useSession.ts";
import type { Theme } from "../../lib/theme.ts";
import { LiveAnnouncer } from "./LiveAnnouncer.tsx";
import { SessionBar } from "./SessionBar.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { VitalsReporter } from "./VitalsReporter.tsx";

/** Pages for people who are not signed in yet: no bars. */
const gates = ["/sign-in", "/join"];
/** Pages that anybody may read. */
const openPages = ["/status", "/docs"];

/** Above the status bar; above the navigation on a phone. */
const toastOffset = { bottom: "2.5rem", right: "1rem" };
const phoneToastOffset = { bottom: "4.25rem", left: "0.75rem", right: "0.75rem" };

export function AppFrame({ theme, children }: { theme: Theme; children: ReactNode }) {
  const pathname = usePathname();
  const isGate = gates.includes(pathname);
  const isOpen = openPages.some((path) => pathname.startsWith(path));
  useSignInRedirect(!isGate && !isOpen, pathname);
  return (
    <>
      {!isGate && <TopBar theme={theme} />}
      {!isGate && <SessionBar />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {!isGate && <StatusBar />}
      {!isGate && <LiveAnnouncer />}
      <Toaster
        position="bottom-right"
        visibleToasts={3}
        gap={8}
        expand
        offset={toastOffset}
        mobileOffset={phoneToastOffset}
      />
      <VitalsReporter />
    </>
  );
}

/** Only once the server has refused to renew the session; a slow or broken network sends nobody away. */
function useSignInRedirect(needed: boolean, pathname: string): void {
  const { status } = useSession();
  const leave = needed && status === "signed-out";
  useEffect(() => {
    if (!leave) return;
    const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + location.search)}`;
    location.replace(`/sign-in${next}`);
  }, [leave, pathname]);
}
