import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type CuttableServer = Awaited<ReturnType<typeof openCuttableServer>>;

/**
 * A way to the server of `databaseUrl` that can be cut (connections break, new ones are refused), held (nothing comes through,
 * nothing breaks) and mended again, on one port.
 */
export async function openCuttableServer(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isHeld = false;
  const listener = () =>
    createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on("data", (bytes) => other.write(bytes));
        one.on("close", () => {
          sockets.delete(one);
          other.destroy();
        });
        one.on("error", () => {});
        if (isHeld) one.pause();
      }
    });
  let server = listener().listen(0, "127.0.0.1");
  await once(server, "listening");
  const own = (server.address() as AddressInfo).port;
  const url = new URL(databaseUrl);
  url.port = String(own);

  return {
    url: url.href,
    async cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
    async mend() {
      isHeld = false;
      for (const socket of sockets) socket.resume();
      if (server.listening) return;
      server = listener().listen(own, "127.0.0.1");
      await once(server, "listening");
    },
    hold() {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
  };
}
