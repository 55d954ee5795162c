"use client";

import type { ApiClient } from "../api-client.ts";
import { ApiContext, useProvided } from "../app-context.ts";

/** The client of the contract: `await useApi().call("submit", { body })` gives a value or a typed failure. */
export function useApi(): ApiClient {
  return useProvided(ApiContext);
}
