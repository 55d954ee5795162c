export type Theme = "system" | "light" | "dark";

/** A cookie, not local storage: the server then writes the theme into the first byte of HTML and nothing flashes. */
export const themeCookie = "mastery_theme";

const cookieSecondsMax = 365 * 24 * 3600;

export function readTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

export function themeCookieText(theme: Theme): string {
  return `${themeCookie}=${theme}; Path=/; Max-Age=${cookieSecondsMax}; SameSite=Lax`;
}
