"use client";

import { SunMoon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { readTheme, themeCookieText, type Theme } from "../../lib/theme.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";

const names: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (value: string) => {
    const next = readTheme(value);
    setTheme(next);
    applyTheme(next);
  };
  return (
    // In place, not at the end of the body: a menu of the top bar belongs to its landmark.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass("quiet", true)} aria-label="Switch theme">
        <Icon of={SunMoon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
        <DropdownMenu.RadioGroup value={theme} onValueChange={choose}>
          {Object.entries(names).map(([value, name]) => (
            <DropdownMenu.RadioItem key={value} value={value} className="menu-item">
              <span className="menu-tick" aria-hidden="true" />
              {name}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

/** Now for this page, by the cookie for the next. */
function applyTheme(theme: Theme): void {
  document.cookie = themeCookieText(theme);
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
