import type { Server } from "node:http";
import type { Socket } from "node:net";
import { readAddress } from "@/lib/client-address";
import { budgetKey } from "@/lib/domain/budgets";

/** More than a browser opens, even with a whole office behind one address; far less than hurts. */
export const connectionLimits = { perAddress: 256, all: 2048 };

export type ConnectionLimit = { perAddress: number; isExempt: (address: string) => boolean };

/** Holds a server to so many connections in all, and to so many from one address that is not exempt. */
export function limitConnections(
  server: Server,
  {
    perAddress = Number.POSITIVE_INFINITY,
    isExempt = () => false,
    refuse,
  }: Partial<ConnectionLimit> & { refuse: (socket: Socket) => void },
): void {
  server.maxConnections = connectionLimits.all;
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = readAddress(socket.remoteAddress ?? "") ?? "";
    const network = budgetKey(address);
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once("close", () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
    if (count > perAddress && !isExempt(address)) refuse(socket);
  });
}
