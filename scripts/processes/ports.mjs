import { createServer } from "node:net";
import { Failure } from "../report/failure.mjs";

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
      throw new Failure(
        `端口 ${port} 已被别的程序占用：请先停掉它，或换一个端口，例如 PORT=${nextPort(port)} npm start。[Port ${port} is taken.]`,
      );
    }
    if (error.code === "EACCES") {
      throw new Failure(`当前用户不能使用端口 ${port}：请用 PORT 换一个 1024 以上的端口。`);
    }
    if (error.code === "EADDRNOTAVAIL") {
      throw new Failure(`HOST=${host} 不是本机的地址：请改成本机的 IP 地址，或去掉 HOST。`);
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
