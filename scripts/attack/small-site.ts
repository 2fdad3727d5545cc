import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../postgres/server.mjs";
import { findFreePort } from "../processes/ports.mjs";
import { afterStop } from "../processes/processes.mjs";
import { buildSite } from "../setup/build.mjs";
import { siteEnv, workerEnv } from "../setup/environment.mjs";
import { makeMailKey } from "../setup/secrets.mjs";
import { serveSite, superviseWorker } from "../site/serve.mjs";
import { seedTestDatabase, testFacts } from "../test/server.mjs";

export const diskMegabytes = 300;
// Durable as in production; its own log fits the disk.
const settings = ["max_wal_size=64MB", "min_wal_size=32MB"];

const logs = mkdtempSync(join(tmpdir(), "taizhang-full-disk-"));
const disk = join(logs, "disk");
/** What is free on the disk now. */
export const freeMegabytes = () => {
  const { bavail, bsize } = statfsSync(disk);
  return Math.round((bavail * bsize) / 1024 ** 2);
};

/** What PostgreSQL has said so far. */
export const postgresLog = () => readFileSync(join(disk, "postgres.log"), "utf8");

/**
 * Serves a seeded site whose data lie on a disk of 300 MB, a tmpfs of this process's own mount namespace, and returns its
 * origin. The environment of this process is then that of its tests.
 */
export async function openSmallSite(): Promise<string> {
  afterStop(() => {
    execFileSync("umount", ["-l", disk]);
    rmSync(logs, { recursive: true, force: true });
  });
  mkdirSync(disk);
  execFileSync("chmod", ["711", logs]);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskMegabytes}m,mode=711`, "tmpfs", disk]);
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ dataDir: disk, password, settings });
  const ownerUrl = await seedTestDatabase(server.url("postgres"), "taizhang");
  const nextAuthSecret = randomBytes(32).toString("hex");
  const secrets = { ...testFacts, nextAuthSecret, mailKey: makeMailKey() };
  const port = await findFreePort();
  const publicUrl = `http://localhost:${port}`;
  const config = { ...testFacts, port, publicUrl, dataDir: disk, demo: "on" };
  const serving = { config, ownerUrl, folder: server.data, secrets };
  const env = siteEnv(serving);
  await buildSite(env);
  const output = createWriteStream(join(logs, "site.log")) as unknown as typeof process.stdout;
  await serveSite({ mode: "start", host: "127.0.0.1", port, env, output });
  await superviseWorker({ mode: "start", env: workerEnv(serving), output });
  const asked = { BASE_URL: config.publicUrl, DEMO_PASSWORD: testFacts.demoPassword };
  Object.assign(process.env, asked, { DATABASE_URL: env.DATABASE_URL });
  return config.publicUrl;
}
