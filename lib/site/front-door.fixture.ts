import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { openFrontDoor } from "./front-door";

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;
const open: { server: Server; sockets: Socket[] }[] = [];

/** Closes every door and connection of a test. */
export function closeHouses() {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
    server.closeAllConnections();
  }
}

/** A front door before `handle`, and what it was handed. */
export async function house(handle?: Handle, door: Parameters<typeof openFrontDoor>[1] = {}) {
  const handed: { target: string; body: string }[] = [];
  const readAll: Handle = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    handed.push({
      target: `${request.method} ${request.url}`,
      body: Buffer.concat(chunks).toString(),
    });
    response.end("done");
  };
  const server = openFrontDoor(handle ?? readAll, door);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const sockets: Socket[] = [];
  const received: Socket[] = [];
  server.on("connection", (socket) => received.push(socket));
  open.push({ server, sockets });
  const { port } = server.address() as AddressInfo;
  const dial = () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    sockets.push(socket);
    return socket;
  };
  const bytesRead = () => received.reduce((sum, socket) => sum + socket.bytesRead, 0);
  /** Resolves when every connection has been closed by the door. */
  const left = async () => {
    while (received.length === 0) await once(server, "connection");
    await Promise.all(received.map((socket) => socket.destroyed || once(socket, "close")));
  };
  return { dial, handed, bytesRead, left };
}

/** All that comes back over a connection until the other side ends it. */
export async function answerTo(socket: Socket, ...sent: (string | Buffer)[]): Promise<string> {
  for (const part of sent) socket.write(part);
  let answer = "";
  socket.setEncoding("utf8").on("data", (text) => {
    answer += text;
  });
  await new Promise((resolve) => socket.once("end", resolve).once("close", resolve));
  return answer;
}

export const head = (start: string, ...lines: string[]) =>
  [`${start} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines, "", ""].join("\r\n");
export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
