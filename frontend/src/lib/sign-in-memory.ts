const key = "mastery-signed-in";

/**
 * Whether somebody is signed in with this browser, as far as it knows. The cookies themselves cannot be seen from here,
 * and the access cookie may be gone while the session can still be renewed.
 */
export function wasSignedIn(): boolean {
  return localStorage.getItem(key) === "yes";
}

export function rememberSignIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(key, "yes");
  else localStorage.removeItem(key);
}
