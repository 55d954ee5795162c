import { describe, expect, it } from "vitest";
import { listenTarget } from "./listen-target.ts";

describe("listenTarget", () => {
  it("keeps a bare port on this machine", () => {
    expect(listenTarget("3000")).toEqual({ host: "127.0.0.1", port: 3000 });
  });
  it("reads a host and a socket path", () => {
    expect(listenTarget("0.0.0.0:80")).toEqual({ host: "0.0.0.0", port: 80 });
    expect(listenTarget("unix:/run/web.sock")).toEqual({ path: "/run/web.sock" });
    expect(listenTarget("/run/web.sock")).toEqual({ path: "/run/web.sock" });
  });
  it("names what it was given when it cannot read it", () => {
    expect(() => listenTarget("web")).toThrow('"web"');
    expect(() => listenTarget("70000")).toThrow("70000");
  });
});
