import { accessTokenSeconds } from "../../sign-in/lifetimes.ts";

interface CookieKind {
  readonly name: string;
  readonly attributes: string;
}

/** Browsers refuse the protected names over plain http, so they are used when the public address is https. */
function cookieKinds(publicUrl: string): { access: CookieKind; refresh: CookieKind } {
  const secure = new URL(publicUrl).protocol === "https:";
  return {
    access: {
      name: secure ? "__Host-mastery_at" : "mastery_at",
      attributes: `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
    },
    refresh: {
      name: secure ? "__Secure-mastery_rt" : "mastery_rt",
      attributes: `Path=/api/auth; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`,
    },
  };
}

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshSeconds: number;
}

/** `Set-Cookie` values that sign a browser in. */
export function sessionCookies(publicUrl: string, tokens: SessionTokens): string[] {
  const { access, refresh } = cookieKinds(publicUrl);
  return [
    cookie(access, tokens.accessToken, accessTokenSeconds),
    cookie(refresh, tokens.refreshToken, tokens.refreshSeconds),
  ];
}

/** `Set-Cookie` values that sign a browser out. */
export function expiredCookies(publicUrl: string): string[] {
  const { access, refresh } = cookieKinds(publicUrl);
  return [cookie(access, "", 0), cookie(refresh, "", 0)];
}

export function refreshCookieName(publicUrl: string): string {
  return cookieKinds(publicUrl).refresh.name;
}

function cookie({ name, attributes }: CookieKind, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Max-Age=${maxAgeSeconds}; ${attributes}`;
}
