import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { isRunning, recordOf } from "./identity.mjs";
import { recordProcessesIn } from "./orphaned-processes.mjs";

/**
 * Takes the lock `name` in `folder` for this process, for as long as it lives or until `release()`.
 * Returns {release}, or {holder} (its pid and details) when another living process has it.
 *
 * The lock is the file with the highest number, and it holds while the process named in it lives. Its owner never
 * removes it, so a number is never free twice, and a lock left by kill -9 is simply followed by the next number.
 */
export function takeLock(folder, name, details = {}) {
  mkdirSync(folder, { recursive: true });
  const fileOf = (number) => join(folder, `${name}.${number}`);
  const draft = join(folder, `${name}.draft-${process.pid}`);
  writeFileSync(draft, JSON.stringify({ ...recordOf(process.pid), ...details }));

  try {
    for (;;) {
      const before = lockNumbers(folder, name);
      const highest = before.at(-1) ?? 0;
      const holder = readRecord(fileOf(highest));
      if (isRunning(holder)) return { holder };

      const mine = highest + 1;
      if (!linkIfFree(draft, fileOf(mine))) continue;
      if (lockNumbers(folder, name).at(-1) > mine) {
        // Somebody took and gave up this very number while we were looking: ours is an old one.
        rmSync(fileOf(mine), { force: true });
        continue;
      }
      for (const old of before) rmSync(fileOf(old), { force: true });
      return { release: () => writeFileSync(fileOf(mine), "{}") };
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Does the work under a lock, waiting for whoever has it. */
export async function withLock(folder, name, work) {
  let lock = takeLock(folder, name);
  while (lock.holder) {
    await sleep(300);
    lock = takeLock(folder, name);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Makes this process the only one that works on the data folder, and stops what a killed one left running there.
 * Refuses while another is at work.
 */
export async function takeStartLock({ dataDir, publicUrl }) {
  const { holder } = takeLock(dataDir, "start.lock", { publicUrl });
  if (holder) {
    const { publicUrl: url, pid } = holder;
    throw new Failure(say("processes.alreadyRunning", { url, pid, dataDir }));
  }
  await recordProcessesIn(join(dataDir, "processes.json"));
}

function lockNumbers(folder, name) {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function linkIfFree(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
