import { readFilter, writeFilter, type CatalogueFilter } from "./catalogue-filter.ts";

/** A filter that lives in the address. The page's own writes come back late, and must not undo what was typed since. */
export interface AddressFilter {
  readonly filter: CatalogueFilter;
  /** The address as it was last seen, without `?`. */
  readonly address: string;
  /** What the page wrote and has not seen come back, oldest first. */
  readonly written: readonly string[];
}

export function startFilter(address: string): AddressFilter {
  return { filter: readFilter(new URLSearchParams(address)), address, written: [] };
}

/** The reader changed the filter. */
export function changeFilter(state: AddressFilter, filter: CatalogueFilter): AddressFilter {
  return { ...state, filter, written: [...state.written, writeFilter(filter).slice(1)] };
}

/** The address changed: by the page's own hand, or because the reader followed a link. */
export function followAddress(state: AddressFilter, address: string): AddressFilter {
  const own = state.written.lastIndexOf(address);
  if (own === -1) return startFilter(address);
  return { ...state, address, written: state.written.slice(own + 1) };
}
