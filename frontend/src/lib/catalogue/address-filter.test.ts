import { describe, expect, it } from "vitest";
import { changeFilter, followAddress, startFilter, type AddressFilter } from "./address-filter.ts";
import { noFilter } from "./catalogue-filter.ts";

function typed(state: AddressFilter, text: string): AddressFilter {
  return changeFilter(state, { ...noFilter, text });
}

describe("a filter in the address", () => {
  it("keeps what was typed while older addresses come back, also when some are skipped", () => {
    const three = typed(typed(typed(startFilter(""), "a"), "ab"), "abc");
    const late = followAddress(three, "q=a");
    expect(late.filter.text).toBe("abc");
    expect(followAddress(late, "q=abc")).toEqual({ filter: three.filter, address: "q=abc", written: [] });
  });

  it("follows a link that somebody presses on the same page", () => {
    const settled = followAddress(typed(startFilter(""), "a"), "q=a");
    expect(followAddress(settled, "").filter).toEqual(noFilter);
    expect(followAddress(settled, "status=new").filter.status).toBe("new");
  });
});
