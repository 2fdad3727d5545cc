import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { recordOf } from "./identity.mjs";
import { takeLock, withLock } from "./lock.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const locks = () => readdirSync(folder).sort();
const leave = (record, number = 1) =>
  writeFileSync(join(folder, `start.lock.${number}`), JSON.stringify(record));

it("is held until released, and says who holds it", () => {
  const lock = takeLock(folder, "start.lock", { publicUrl: "http://localhost:3000" });
  const { holder } = takeLock(folder, "start.lock");
  expect(holder).toMatchObject({ pid: process.pid, publicUrl: "http://localhost:3000" });
  lock.release();
  expect(takeLock(folder, "start.lock").holder).toBeUndefined();
  expect(locks()).toEqual(["start.lock.2"]);
});

it("passes over the lock of a process that is gone", async () => {
  const child = spawn("sleep", ["100"]);
  leave(recordOf(child.pid), 7);
  expect(takeLock(folder, "start.lock").holder.pid).toBe(child.pid);
  child.kill("SIGKILL");
  await new Promise((gone) => child.once("exit", gone));
  expect(takeLock(folder, "start.lock").holder).toBeUndefined();
  expect(locks()).toEqual(["start.lock.8"]);
});

it("passes over a lock whose pid now belongs to another process", () => {
  leave({ ...recordOf(process.pid), identity: "another-boot/1" });
  expect(takeLock(folder, "start.lock").holder).toBeUndefined();
});

it("passes over a lock that a full disk left empty", () => {
  writeFileSync(join(folder, "start.lock.1"), "");
  expect(takeLock(folder, "start.lock").holder).toBeUndefined();
});

it("does work under the lock one after the other", async () => {
  const events = [];
  const work = (name) =>
    withLock(folder, "build.lock", async () => {
      events.push(`${name} begins`);
      await new Promise((wake) => setTimeout(wake, 20));
      events.push(`${name} ends`);
    });
  await Promise.all([work("a"), work("b")]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});
