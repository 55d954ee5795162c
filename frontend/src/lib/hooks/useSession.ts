"use client";

import { SessionContext, useProvided, type Session, type SessionActions } from "../app-context.ts";

/** Who is signed in, and whether things can be sent. */
export function useSession(): Session & SessionActions {
  return useProvided(SessionContext);
}
