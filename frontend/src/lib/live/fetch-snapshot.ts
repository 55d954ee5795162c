import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { queryKeys } from "../query-keys.ts";

interface Snapshot {
  readonly asOfEvent: number;
}

/**
 * Loads a snapshot that is no older than what the stream has said already: an event may overtake the answer on its
 * way, and then the next answer contains it. What the cache knows better stays.
 */
export async function fetchSnapshot<T extends Snapshot>(
  cache: QueryClient,
  queryKey: QueryKey,
  ownerId: string,
  load: () => Promise<T>,
  isSame: (known: T, fetched: T) => boolean,
): Promise<T> {
  const seenKey = queryKeys.seen(ownerId);
  let fetched = await load();
  if (fetched.asOfEvent < (cache.getQueryData<number>(seenKey) ?? 0)) {
    fetched = await load();
    cache.setQueryData<number>(seenKey, fetched.asOfEvent);
  }
  const known = cache.getQueryData<T>(queryKey);
  return known && isSame(known, fetched) && known.asOfEvent > fetched.asOfEvent ? known : fetched;
}
