import { createServer } from "node:net";
import { Failure, LastingFailure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

/** A port of 127.0.0.1 that nobody listens on. */
export async function findFreePort() {
  const server = await listen(0, "127.0.0.1");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Refuses a port that another program has, or that this user may not open. */
export async function refuseTakenPort(port, host) {
  try {
    const server = await listen(port, host);
    await new Promise((closed) => server.close(closed));
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new LastingFailure(say("processes.portTaken", { port, next: nextPort(port) }));
    }
    if (error.code === "EACCES") {
      throw new Failure(say("processes.portForbidden", { port }));
    }
    if (error.code === "EADDRNOTAVAIL") {
      throw new Failure(say("processes.hostElsewhere", { host }));
    }
    throw error;
  }
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

function nextPort(port) {
  return port < 65535 ? port + 1 : 3000;
}
