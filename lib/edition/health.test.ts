import { afterAll, beforeAll, expect, test } from "vitest";
import { type CuttableServer, openCuttableServer } from "@/db/testing/cuttable-server.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { siteHealth } from "./health";
import { offerEdition } from "./hook";

let db: Awaited<ReturnType<typeof testDatabase>>;
let server: CuttableServer;
beforeAll(async () => {
  db = await testDatabase();
  server = await openCuttableServer(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = server.url;
  process.env.DATABASE_SIZE_LIMIT_MB = "10000";
});
afterAll(async () => {
  await server.cut();
  await db.close();
});

const status = { pages: 0, waiting: 0, failing: [], day: null, builtAt: null };
const offer = (isAway: boolean) =>
  offerEdition({ purge: async () => {}, isAway: () => isAway, status: () => status });

test("a site whose pages still take the database for away does not say that it is there", async () => {
  offer(false);
  const up = { status: "ok", database: "running", worker: "stopped", disk: "ok" };
  expect(await siteHealth()).toMatchObject(up);
  offer(true);
  expect(await siteHealth()).toMatchObject({ status: "unavailable", database: "away" });
});

test("while a database of limited size is away the answer comes, and says so", async () => {
  offer(false);
  await server.cut();
  const away = { status: "unavailable", database: "away", worker: "unknown", disk: "unknown" };
  expect(await siteHealth()).toMatchObject(away);
});
