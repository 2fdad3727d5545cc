import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, BlockList } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { readNetworks } from "@/lib/client-address";
import { currentRequest } from "@/lib/current-request";
import { env } from "@/lib/env";
import { onArrival } from "./arrival";

let server: Server;
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
});
afterEach(() => server.close());

const answer: RequestListener = async (request, response) => {
  await Promise.resolve();
  response.end(JSON.stringify([request.headers["x-request-id"], currentRequest()?.id]));
};

async function ask(site: { url?: string; proxies?: string }, path: string, init: RequestInit = {}) {
  env().PUBLIC_URL = site.url ?? "http://localhost:3000";
  env().TRUSTED_PROXIES = readNetworks(site.proxies ?? "") ?? new BlockList();
  server = createServer(onArrival(answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { response, id: response.headers.get("x-request-id") ?? "", body: await response.text() };
}

const given = { headers: { "x-request-id": "a1b2c3d4e5f60718293a4b5c6d7e8f90" } };
const newId = /^[0-9a-f-]{36}$/;

test("a request gets a number, which its answer bears and all that is done for it", async () => {
  const { id, body } = await ask({}, "/");
  expect(id).toMatch(newId);
  expect(JSON.parse(body)).toEqual([id, id]);
});

test("a number that a stranger gives is not taken; a trusted proxy's is, if it is one", async () => {
  expect((await ask({}, "/", given)).id).toMatch(newId);
  server.close();
  expect((await ask({ proxies: "127.0.0.1" }, "/", given)).id).toBe(given.headers["x-request-id"]);
  server.close();
  const forged = { headers: { "x-request-id": 'x"} {"level":50,"msg":"forged"' } };
  expect((await ask({ proxies: "127.0.0.1" }, "/", forged)).id).toMatch(newId);
});

test("on HTTPS every answer says that the site stays there, on HTTP none", async () => {
  const { response } = await ask({ url: "https://ledger.example" }, "/");
  expect(response.headers.get("strict-transport-security")).toBe(
    "max-age=31536000; includeSubDomains",
  );
  server.close();
  expect((await ask({}, "/")).response.headers.get("strict-transport-security")).toBeNull();
});

test.each([
  ["/en/letters/new", { origin: "https://evil.example" }, 403],
  ["/reports/AIR-05.1", { origin: "https://evil.example", "next-action": "a".repeat(42) }, 403],
  ["/reports/AIR-05.1", { origin: "null" }, 403],
  ["/reports/AIR-05.1", { "sec-fetch-site": "cross-site" }, 403],
  ["/reports/AIR-05.1", { origin: "https://ledger.example" }, 200],
  ["/api/auth/callback/credentials", { origin: "https://evil.example" }, 200],
])(
  "a POST to %s with %j is answered %i, before anything reads it",
  async (path, headers, status) => {
    const site = { url: "https://ledger.example" };
    const { response, body } = await ask(site, path, { method: "POST", headers, body: "x" });
    expect(response.status).toBe(status);
    if (status === 403) {
      expect(body).toContain(
        path.startsWith("/en/") ? "did not come from this site" : "请求来源不被接受",
      );
      expect(body).toContain("origin_refused");
    }
  },
);
