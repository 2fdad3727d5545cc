import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isRunning, recordOf } from "../processes/identity.mjs";
import { stopAll } from "../processes/processes.mjs";
import { createDatabase, openDatabase } from "./database.mjs";
import { clearLeftovers, readPostmaster } from "./leftovers.mjs";
import { query } from "./query.mjs";
import { roleUrl } from "./roles.mjs";
import { startPostgres } from "./server.mjs";

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postgres-test-"));
});
afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

const kept = { name: "kept", owner: "postgres" };
const options = () => ({ dataDir: folder, password: "only-for-this-test" });

/** The server that another process starts, and that process. */
async function startElsewhere() {
  const program = `
    import { startPostgres } from "./scripts/postgres/server.mjs";
    console.log((await startPostgres(${JSON.stringify(options())})).data);`;
  const starter = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  const [data] = await once(starter.stdout.setEncoding("utf8"), "data");
  return { starter, server: recordOf(readPostmaster(data.trim()).pid) };
}

it("starts again on the same data after kill -9 of its starter, and of itself", async () => {
  const { starter, server } = await startElsewhere();
  starter.kill("SIGKILL");
  await once(starter, "exit");
  expect(isRunning(server)).toBe(true);

  const second = await startPostgres(options());
  expect(isRunning(server)).toBe(false);
  await createDatabase(second.url("postgres"), kept);

  process.kill(readPostmaster(second.data).pid, "SIGKILL");
  await second.ended;
  const third = await startPostgres(options());
  await expect(createDatabase(third.url("postgres"), kept)).rejects.toThrow("already exists");
}, 120_000);

it("belongs to an owner who is no superuser; the roles get into its database and into no other", async () => {
  const passwords = {
    postgresPassword: "only-for-this-test",
    ownerRolePassword: "owner",
    appRolePassword: "app",
    workerRolePassword: "worker",
  };
  const config = { dataDir: folder, databaseUrl: null, appRole: "taizhang_app", workerRole: "w" };
  const { ownerUrl, version } = await openDatabase(config, passwords);
  expect(version).toBeGreaterThan(150_000);
  const able =
    "select rolsuper or rolcreaterole or rolcreatedb as able from pg_roles where rolname = current_user";
  expect(await query(ownerUrl, able)).toEqual([{ able: false }]);

  const appUrl = roleUrl(ownerUrl, config.appRole, "app");
  expect(await query(appUrl, "select 1 as here")).toEqual([{ here: 1 }]);
  for (const other of ["postgres", "template1", "kept"]) {
    const url = new URL(appUrl);
    url.pathname = other;
    await expect(query(url.href, "select 1")).rejects.toMatchObject({ code: "42501" });
  }
  // A server of ours alone takes the password that secrets.json has; no site runs on it yet.
  const again = await openDatabase(config, { ...passwords, appRolePassword: "changed" });
  expect(
    await query(roleUrl(again.ownerUrl, config.appRole, "changed"), "select 1 as here"),
  ).toEqual([{ here: 1 }]);
}, 120_000);

it("removes a postmaster.pid whose pid belongs to another program", async () => {
  const file = join(folder, "postmaster.pid");
  writeFileSync(file, `${process.pid}\n`);
  await clearLeftovers(folder);
  expect(existsSync(file)).toBe(false);
});
