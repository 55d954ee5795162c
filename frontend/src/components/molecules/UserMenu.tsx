"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { useSession } from "../../lib/hooks/useSession.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";

export function UserMenu() {
  const { user, signOut } = useSession();
  if (!user) return null;
  return (
    // In place, not at the end of the body: a menu of the top bar belongs to its landmark.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={`${buttonClass("quiet")} user-menu`}>
        <span>{user.displayName}</span>
        <Icon of={ChevronDown} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
        <DropdownMenu.Label className="menu-label">
          {user.displayName}
          <span>
            {user.role}
            {user.demo ? ", demo data" : ""}
          </span>
        </DropdownMenu.Label>
        <DropdownMenu.Separator className="menu-line" />
        <DropdownMenu.Item asChild className="menu-item">
          <Link href="/status">Status</Link>
        </DropdownMenu.Item>
        <DropdownMenu.Item asChild className="menu-item">
          <Link href="/docs/api">API</Link>
        </DropdownMenu.Item>
        <DropdownMenu.Separator className="menu-line" />
        <DropdownMenu.Item className="menu-item" onSelect={() => void signOut()}>
          Sign out
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
