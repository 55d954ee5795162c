import { describe, expect, it } from "vitest";
import { clientAddress, createTrust, plainAddress } from "./client-address.ts";

const trusted = createTrust(["10.0.0.0/8", "127.0.0.1", "fd00::/8"]);

describe("clientAddress", () => {
  it.each([
    ["203.0.113.9", "1.1.1.1", "203.0.113.9"],
    ["10.0.0.1", undefined, "10.0.0.1"],
    ["10.0.0.1", "198.51.100.7", "198.51.100.7"],
    ["10.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"],
    ["127.0.0.1", "6.6.6.6, 198.51.100.7, 10.2.3.4", "198.51.100.7"],
    ["10.0.0.1", "not an address", "10.0.0.1"],
    ["10.0.0.1", "6.6.6.6, nonsense, 10.2.3.4", "10.2.3.4"],
    ["fd00::1", "2001:db8::5", "2001:db8::5"],
  ])("from %s with X-Forwarded-For %s is %s", (peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor, trusted)).toBe(expected);
  });

  it("believes nobody when no proxy is named", () => {
    expect(clientAddress("127.0.0.1", "1.1.1.1", createTrust([]))).toBe("127.0.0.1");
  });

  it("shows an IPv4 peer of a dual socket as IPv4", () => {
    expect(plainAddress("::ffff:192.0.2.1")).toBe("192.0.2.1");
    expect(plainAddress("::1")).toBe("::1");
  });

  it.each(["everyone", "10.0.0.0/99", "10.0.0.0/", "300.1.1.1"])("refuses the proxy %s", (proxy) => {
    expect(() => createTrust([proxy])).toThrow(/must be an address or a network/);
  });
});
