"use client";

import { Code, Gauge, List, Users, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSession } from "../../lib/hooks/useSession.ts";
import type { Theme } from "../../lib/theme.ts";
import { ConnectionLight } from "../atoms/ConnectionLight.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { Logo } from "../atoms/Logo.tsx";
import { buttonClass } from "../atoms/Button.tsx";
import { ThemeSwitch } from "../molecules/ThemeSwitch.tsx";
import { UserMenu } from "../molecules/UserMenu.tsx";
import { ExerciseFinder } from "./ExerciseFinder.tsx";

interface Place {
  readonly href: string;
  readonly name: string;
  readonly icon: LucideIcon;
}

const learnerPlaces: readonly Place[] = [
  { href: "/dashboard", name: "Dashboard", icon: Gauge },
  { href: "/exercises", name: "Exercises", icon: List },
  { href: "/editor", name: "Editor", icon: Code },
];
const teacherPlaces: readonly Place[] = [
  { href: "/class", name: "Class", icon: Users },
  { href: "/exercises", name: "Exercises", icon: List },
];

export function TopBar({ theme }: { theme: Theme }) {
  const pathname = usePathname();
  const { user } = useSession();
  const places = !user ? [] : user.role === "student" ? learnerPlaces : teacherPlaces;
  return (
    <header className="bar">
      <Link className="brand" href="/" prefetch={false} aria-label="Mastery Engine, home">
        <Logo />
        <span>Mastery Engine</span>
      </Link>
      {places.length > 0 && (
        <nav className="nav" aria-label="Main">
          {places.map(({ href, name, icon }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              aria-current={isUnder(pathname, href) ? "page" : undefined}
            >
              <Icon of={icon} />
              {name}
            </Link>
          ))}
        </nav>
      )}
      <span className="push" />
      {user && <ExerciseFinder />}
      {user && <ConnectionLight className="only-phone" />}
      <ThemeSwitch initial={theme} />
      {user ? (
        <UserMenu />
      ) : (
        <Link className={buttonClass("quiet")} href="/sign-in" prefetch={false}>
          Sign in
        </Link>
      )}
    </header>
  );
}

function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
