import type { EndpointName } from "@mastery/contracts/endpoints";
import type { ApiAnswer, ApiClient, ApiInput } from "./api-client.ts";
import { ApiError, type ApiFailure } from "./api-failure.ts";

const triesMax = 3;

/** A call's value; a failure is thrown as `ApiError`, which is what a query or mutation expects. */
export async function fetchValue<N extends EndpointName>(
  api: ApiClient,
  name: N,
  input: ApiInput<N>,
): Promise<ApiAnswer<N>> {
  const result = await api.call(name, input);
  if (result.type === "ok") return result.value;
  throw new ApiError(result);
}

/** Whether trying again could help: a network or a busy server may recover, a refusal stays one. */
export function shouldRetry(failures: number, error: Error): boolean {
  return failures < triesMax && error instanceof ApiError && isTransient(error.failure);
}

export function isTransient(failure: ApiFailure): boolean {
  switch (failure.type) {
    case "offline":
      return true;
    case "problem":
      return failure.code === "unavailable" || failure.code === "slow_down" || failure.code === "internal";
    case "signed-out":
    case "unreadable":
      return false;
  }
}

const retryMs = 1_000;
const retryMsMax = 30_000;

/** Waits as long as the server asked for, else longer each time. */
export function retryDelay(failures: number, error: Error): number {
  const asked =
    error instanceof ApiError && error.failure.type === "problem" ? error.failure.retryAfterMs : undefined;
  return asked ?? Math.min(retryMsMax, retryMs * 2 ** failures);
}
