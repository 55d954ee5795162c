"use client";

import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import type { LearnerEvent } from "@mastery/contracts/learner-event";
import type { User } from "@mastery/contracts/session";
import { createContext, useContext, type Context } from "react";
import type { ApiClient } from "./api-client.ts";
import type { Connection } from "./sse-state.ts";

/**
 * `loading`: not known yet. `unreachable`: the server does not answer, we keep asking. `read-only`: signed in until
 * the session could not be renewed; what is on the page stays, nothing can be sent.
 */
export type Session =
  | { readonly status: "loading" | "unreachable" | "signed-out"; readonly user?: undefined }
  | { readonly status: "signed-in" | "read-only"; readonly user: User };

export interface SessionActions {
  readonly signOut: () => Promise<void>;
}

export type LiveHandler = (event: LearnerEvent, sequence: number | undefined) => void;

export interface ConnectionView {
  readonly connection: Connection;
  /** When the last event came, in ms. */
  readonly lastEventAt: number | undefined;
  readonly retryNow: () => void;
}

/** Apart from the connection, so that those who only listen do not render when the light changes. */
export interface Live {
  /** Calls `handler` for every event from now on; gives back what ends it. */
  readonly listen: (handler: LiveHandler) => () => void;
  /** Which class a teacher follows; undefined for the first of theirs. */
  readonly watchClass: (classId: string | undefined) => void;
}

export const ApiContext = createContext<ApiClient | undefined>(undefined);
export const SessionContext = createContext<(Session & SessionActions) | undefined>(undefined);
export const ConnectionContext = createContext<ConnectionView | undefined>(undefined);
type Shortcuts = MonacoConfig["shortcuts"];

export interface ListedShortcuts {
  /** Those of the editor, while one is open. */
  readonly listed: Shortcuts;
  readonly list: (shortcuts: Shortcuts) => void;
}

export const ShortcutsContext = createContext<ListedShortcuts | undefined>(undefined);
export const LiveContext = createContext<Live | undefined>(undefined);

/** What stands in the root layout for every page; missing only when a component is rendered outside of it. */
export function useProvided<T>(context: Context<T | undefined>): T {
  const value = useContext(context);
  if (value === undefined) throw new Error("Rendered outside of Providers");
  return value;
}
