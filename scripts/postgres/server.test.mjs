import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { isRunning, recordOf } from "../processes/identity.mjs";
import { stopAll } from "../processes/processes.mjs";
import { LastingFailure } from "../report/failure.mjs";
import { resetPassword } from "./cluster.mjs";
import { createDatabase, openDatabase } from "./database.mjs";
import { clearLeftovers, readPostmaster } from "./leftovers.mjs";
import { findPlace } from "./place.mjs";
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
const passwords = {
  postgresPassword: "only-for-this-test",
  ownerRolePassword: "owner",
  appRolePassword: "app",
  workerRolePassword: "worker",
};
const config = () => ({
  dataDir: folder,
  databaseUrl: null,
  appRole: "taizhang_app",
  workerRole: "w",
});
const options = () => ({ dataDir: folder, password: "only-for-this-test" });

async function listen(server, port) {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

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
  await stopAll();
  const { ownerUrl, version } = await openDatabase(config(), passwords);
  expect(version).toBeGreaterThan(150_000);
  const able =
    "select rolsuper or rolcreaterole or rolcreatedb as able from pg_roles where rolname = current_user";
  expect(await query(ownerUrl, able)).toEqual([{ able: false }]);

  const appUrl = roleUrl(ownerUrl, config().appRole, "app");
  expect(await query(appUrl, "select 1 as here")).toEqual([{ here: 1 }]);
  for (const other of ["postgres", "template1", "kept"]) {
    const url = new URL(appUrl);
    url.pathname = other;
    await expect(query(url.href, "select 1")).rejects.toMatchObject({ code: "42501" });
  }
  await stopAll();
  // A server of ours alone takes the password that secrets.json has; no site runs on it yet.
  const again = await openDatabase(config(), { ...passwords, appRolePassword: "changed" });
  expect(
    await query(roleUrl(again.ownerUrl, config().appRole, "changed"), "select 1 as here"),
  ).toEqual([{ here: 1 }]);
}, 120_000);

it("keeps going on one port: killed, it comes back by itself, and those who use it need no new address", async () => {
  await stopAll();
  const { ownerUrl, lost } = await openDatabase(config(), passwords);
  await query(ownerUrl, "create table kept as select 1 as one");
  for (let times = 0; times < 2; times += 1) {
    const { pid } = readPostmaster(findPlace(folder).data);
    process.kill(pid, "SIGKILL");
    await vi.waitFor(
      async () => {
        expect(readPostmaster(findPlace(folder).data)).not.toMatchObject({ pid });
        expect(await query(ownerUrl, "select one from kept")).toEqual([{ one: 1 }]);
      },
      { timeout: 30_000, interval: 100 },
    );
  }
  // Another program takes its port while it is away.
  const { pid, port } = readPostmaster(findPlace(folder).data);
  const taker = createServer();
  process.kill(pid, "SIGKILL");
  await vi.waitFor(() => listen(taker, port), { timeout: 10_000, interval: 1 });
  await expect(lost).rejects.toThrow(`端口 ${port} 被别的程序占用`);
  taker.close();
}, 120_000);

it("says in a sentence that secrets are another cluster's, and takes new ones when its own are lost", async () => {
  await stopAll();
  const open = (postgresPassword) => openDatabase(config(), { ...passwords, postgresPassword });
  await expect(open("another")).rejects.toThrow(/secrets\.json 里的密码与数据库 .* 不符/);
  await stopAll();
  await resetPassword(findPlace(folder), "renewed");
  const { ownerUrl } = await open("renewed");
  expect(await query(ownerUrl, "select one from kept")).toEqual([{ one: 1 }]);
}, 120_000);

it.each([
  ["global/pg_control", ""],
  ["PG_VERSION", null],
])(
  "says in a sentence that the cluster is damaged: %s",
  async (file, text) => {
    await stopAll();
    const path = join(findPlace(folder).data, file);
    const whole = readFileSync(path);
    if (text === null) rmSync(path);
    else truncateSync(path);
    const started = startPostgres(options());
    await expect(started).rejects.toThrow(LastingFailure);
    await expect(started).rejects.toThrow("已损坏");
    writeFileSync(path, whole);
    expect((await startPostgres(options())).port).toBeGreaterThan(0);
  },
  120_000,
);

it("removes a postmaster.pid whose pid belongs to another program", async () => {
  const file = join(folder, "postmaster.pid");
  writeFileSync(file, `${process.pid}\n`);
  await clearLeftovers(folder);
  expect(existsSync(file)).toBe(false);
});
