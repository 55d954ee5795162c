import { BlockList, isIP } from "node:net";

export type IsTrusted = (address: string) => boolean;

/** Which peers' X-Forwarded-* are believed: addresses, or networks such as `10.0.0.0/8`. Throws on anything else. */
export function createTrust(proxies: readonly string[]): IsTrusted {
  if (proxies.length === 0) return () => false;
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const bitsMax = family === "ipv6" ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= bitsMax))) {
      throw new Error(`trusted proxy \`${proxy}\` must be an address or a network such as 10.0.0.0/8`);
    }
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? "ipv6" : "ipv4");
  };
}

/** Without the prefix that IPv4 peers have on a socket that listens to both. */
export function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:(?=\d+\.)/, "") ?? "";
}

/**
 * Who is calling: the peer, unless it is a trusted proxy; then the last address of X-Forwarded-For that is none.
 * What stands further left was written by the caller and proves nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, isTrusted: IsTrusted): string {
  if (forwardedFor === undefined || !isTrusted(peer)) return peer;
  let client = peer;
  for (const entry of forwardedFor.split(",").toReversed()) {
    const address = plainAddress(entry.trim());
    if (isIP(address) === 0) break;
    client = address;
    if (!isTrusted(address)) break;
  }
  return client;
}
