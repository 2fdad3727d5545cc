import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isRunning, recordOf } from "../processes/identity.mjs";
import { stopAll } from "../processes/processes.mjs";
import { createDatabase } from "./database.mjs";
import { clearLeftovers, readPostmaster } from "./leftovers.mjs";
import { startPostgres } from "./server.mjs";

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "postgres-test-"));
});
afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

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
  await createDatabase(second.url("postgres"), "kept");

  process.kill(readPostmaster(second.data).pid, "SIGKILL");
  await second.ended;
  const third = await startPostgres(options());
  await expect(createDatabase(third.url("postgres"), "kept")).rejects.toThrow("already exists");
}, 120_000);

it("removes a postmaster.pid whose pid belongs to another program", async () => {
  const file = join(folder, "postmaster.pid");
  writeFileSync(file, `${process.pid}\n`);
  await clearLeftovers(folder);
  expect(existsSync(file)).toBe(false);
});
