import type { Server } from "node:http";
import type { Socket } from "node:net";
import { isIPv4 } from "node:net";

/** More than a browser opens, even with a whole office behind one address; far less than hurts. */
export const connectionLimits = { perAddress: 256, all: 2048 };

/**
 * Holds a server to so many connections in all, and to so many from one address. Behind trusted proxies every connection
 * is the proxy's, which counts for itself (deploy/nginx.conf).
 */
export function limitConnections(
  server: Server,
  { perAddress, refuse }: { perAddress: number; refuse: (socket: Socket) => void },
): void {
  server.maxConnections = connectionLimits.all;
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const network = networkOf(socket.remoteAddress ?? "");
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once("close", () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
    if (count > perAddress) refuse(socket);
  });
}

/** Who may be one and the same: an IPv4 address however it is written, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:/i, "");
  if (isIPv4(mapped)) return mapped;
  const [front = "", back] = address.split("::");
  const [head, tail] = [front, back ?? ""].map((part) => part.split(":").filter(Boolean));
  const groups = head ?? [];
  const zeros = back === undefined ? 0 : 8 - groups.length - (tail ?? []).length;
  return [...groups, ...Array(Math.max(0, zeros)).fill("0"), ...(tail ?? [])].slice(0, 4).join(":");
}
