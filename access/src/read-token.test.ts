import { describe, expect, it } from "vitest";
import { readCookie, readToken } from "./read-token.ts";

describe("reading the access token", () => {
  it("takes the bearer token, whatever the case of the scheme", () => {
    expect(readToken({ authorization: "bearer abc" })).toEqual({ token: "abc", from: "header" });
  });

  it.each(["mastery_at", "__Host-mastery_at"])("takes the cookie %s", (name) => {
    expect(readToken({ cookie: `theme=dark; ${name}=abc` })).toEqual({ token: "abc", from: "cookie" });
  });

  it("prefers the header to the cookie", () => {
    const headers = { authorization: "Bearer header", cookie: "mastery_at=cookie" };
    expect(readToken(headers)).toEqual({ token: "header", from: "header" });
  });

  it("prefers the cookie that only our own https origin can set", () => {
    const headers = { cookie: "mastery_at=planted; __Host-mastery_at=own" };
    expect(readToken(headers)).toEqual({ token: "own", from: "cookie" });
  });

  it.each(["Basic YTpi", "Bearer", "Bearer  ", "Bearer a b", ""])(
    "finds none in authorization %j",
    (value) => {
      expect(readToken({ authorization: value })).toBeUndefined();
    },
  );

  it("does not fall back to the cookie behind an unreadable authorization", () => {
    expect(readToken({ authorization: "Basic YTpi", cookie: "mastery_at=abc" })).toBeUndefined();
  });

  it.each(["", "mastery_at", "mastery_at=", "not_mastery_at=abc", "=abc", ";;"])(
    "finds none in cookie %j",
    (cookie) => {
      expect(readToken({ cookie })).toBeUndefined();
    },
  );

  it("keeps equals signs inside a value", () => {
    expect(readCookie({ cookie: "a=b=c" }, "a")).toBe("b=c");
  });
});
