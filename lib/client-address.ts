import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv4, SocketAddress } from "node:net";

/** Our own server writes here whom a request is from; what a client sends under this name is thrown away. */
export const clientHeader = "x-client-address";

/**
 * One address in one spelling, or null where there is none: with or without a port, brackets or a zone; an IPv4 address
 * dressed as IPv6 is an IPv4 address.
 */
export function readAddress(text: string): string | null {
  const bare = text.trim();
  const host =
    /^\[([^\]]*)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(bare)?.[1] ?? bare;
  const [address = ""] = host.split("%");
  if (isIPv4(address)) return address;
  if (isIP(address) !== 6) return null;
  const plain = new SocketAddress({ address, family: "ipv6" }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain;
}

/** The addresses and networks (`10.0.0.0/8`) that a list names; null when it names something else. */
export function readNetworks(list: string): BlockList | null {
  const networks = new BlockList();
  for (const part of list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, text = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? [];
    const address = readAddress(text);
    if (!address) return null;
    const family = isIPv4(address) ? "ipv4" : "ipv6";
    const bits = isIPv4(address) ? 32 : 128;
    if (prefix !== undefined && Number(prefix) > bits) return null;
    networks.addSubnet(address, Number(prefix ?? bits), family);
  }
  return networks;
}

/** Whether an address is one of our proxies. */
export function isProxy(address: string, proxies: BlockList): boolean {
  const known = readAddress(address);
  return known !== null && proxies.check(known, isIPv4(known) ? "ipv4" : "ipv6");
}

/**
 * Who sent a request: the peer, or what trusted proxies say of it. Each proxy appends the address that it saw, so the
 * client is the rightmost that is no proxy of ours; what stands left of it anybody may have written.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, "socket" | "headers">,
  proxies: BlockList,
): string | null {
  let client = readAddress(socket.remoteAddress ?? "");
  const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
  while (client !== null && isProxy(client, proxies) && forwarded.length > 0) {
    const named = readAddress(forwarded.pop() ?? "");
    if (named === null) break;
    client = named;
  }
  return client;
}
