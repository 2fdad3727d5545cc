import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isRunning, recordOf } from "./identity.mjs";
import { takeStartLock } from "./lock.mjs";
import { stopOrphans } from "./orphaned-processes.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orphans-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const config = () => ({ dataDir: folder, publicUrl: "http://localhost:3000" });

/** Another process that takes the start lock and launches a program, which it tells the pid of. */
async function startElsewhere() {
  const program = `
    import { takeStartLock } from "./scripts/processes/lock.mjs";
    import { launch } from "./scripts/processes/processes.mjs";
    await takeStartLock(${JSON.stringify(config())});
    console.log(launch("sleep", ["1000"]).child.pid);`;
  const starter = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  const [pid] = await once(starter.stdout, "data");
  return { starter, orphan: recordOf(Number(pid)) };
}

it("a start after kill -9 takes over the lock and ends what the killed one launched", async () => {
  const { starter, orphan } = await startElsewhere();
  await expect(takeStartLock(config())).rejects.toThrow(`进程 ${starter.pid}`);

  starter.kill("SIGKILL");
  await once(starter, "exit");
  expect(isRunning(orphan)).toBe(true);
  await takeStartLock(config());
  expect(isRunning(orphan)).toBe(false);
  expect(JSON.parse(readFileSync(join(folder, "start.lock.2"), "utf8")).pid).toBe(process.pid);
});

it("leaves a process alone that only has the pid of an orphan", async () => {
  const other = spawn("sleep", ["1000"], { detached: true });
  const file = join(folder, "processes.json");
  const record = { ...recordOf(other.pid), identity: "another-boot/1", stopSignal: "SIGTERM" };
  writeFileSync(file, JSON.stringify([record]));
  await stopOrphans(file);
  expect(isRunning(recordOf(other.pid))).toBe(true);
  other.kill();
});
