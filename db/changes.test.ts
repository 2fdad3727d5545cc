import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openCuttableServer } from "@/db/testing/cuttable-server.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { listenToChanges } from "./changes";
import { closeDatabase, database } from "./client";

let db: Awaited<ReturnType<typeof testDatabase>>;
let server: Awaited<ReturnType<typeof openCuttableServer>>;
beforeAll(async () => {
  db = await testDatabase();
  server = await openCuttableServer(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = server.url;
});
afterAll(async () => {
  await closeDatabase();
  await server.cut();
  await db.close();
});

const soon = { timeout: 10_000, interval: 20 };
const notify = (payload: string) =>
  db.owner.execute(sql`select pg_notify('public_changed', ${payload})`);

async function listen() {
  const heard: string[] = [];
  let connected = 0;
  const changes = await listenToChanges({
    onChange: (payload) => heard.push(payload),
    onConnect: () => {
      connected += 1;
    },
  });
  return { ...changes, heard, connected: () => connected };
}

test("changes are heard again after every outage, and whoever listens is told that something may be missed", async () => {
  const { isAway, heard, connected, end } = await listen();
  await vi.waitFor(() => expect(connected()).toBe(1), soon);
  expect(isAway()).toBe(false);
  for (let outage = 1; outage <= 2; outage += 1) {
    await server.cut();
    await vi.waitFor(() => expect(isAway()).toBe(true), soon);
    await notify("missed");
    await sleep(1_200);
    await server.mend();
    await vi.waitFor(() => expect([isAway(), connected()]).toEqual([false, outage + 1]), soon);
    await notify(`task AIR-0${outage}`);
    await vi.waitFor(() => expect(heard.at(-1)).toBe(`task AIR-0${outage}`), soon);
  }
  expect(heard).not.toContain("missed");
  await end();
});

test("whoever begins while the database is away is told so, and that it is there once it is", async () => {
  await server.cut();
  const { isAway, connected, end } = await listen();
  expect([isAway(), connected()]).toEqual([true, 0]);
  await server.mend();
  await vi.waitFor(() => expect([isAway(), connected()]).toEqual([false, 1]), soon);
  await end();
});

test("a server that hangs is away too", async () => {
  const { isAway, end } = await listen();
  server.hold();
  await vi.waitFor(() => expect(isAway()).toBe(true), soon);
  await server.mend();
  await vi.waitFor(() => expect(isAway()).toBe(false), soon);
  await end();
}, 20_000);

// By default postgres.js waits for longer and longer, up to 20 seconds, also for a server that is long back.
test("the pool refuses at once while the database is away, and finds it at once when it is back", async () => {
  const ask = () => database().execute(sql`select 1 as alive`);
  await ask();
  await server.cut();
  for (let tries = 0; tries < 40; tries += 1) await expect(ask()).rejects.toThrow();
  await server.mend();
  expect(await ask()).toEqual([{ alive: 1 }]);
});
