import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, recordOf } from "./identity.mjs";

let recordFile = null;

/** From now on records in `file` what this process has launched, after stopping what a killed predecessor left there. */
export async function recordProcessesIn(file) {
  await stopOrphans(file);
  recordFile = file;
}

/** Stops the processes recorded in `file` that still run, the last launched first. */
export async function stopOrphans(file) {
  for (const record of readRecords(file).reverse()) await stopOrphan(record);
}

/** Records the processes that run now: {pid, stopSignal} each. */
export function recordProcesses(processes) {
  if (!recordFile) return;
  const records = processes.map(({ pid, stopSignal }) => ({ ...recordOf(pid), stopSignal }));
  try {
    writeFileSync(recordFile, JSON.stringify(records));
  } catch {
    // The records serve the start after a kill -9; a full disk must not keep this one from ending well.
  }
}

async function stopOrphan(record) {
  if (!isRunning(record)) return;
  process.kill(-record.pid, record.stopSignal);
  for (let waited = 0; waited < 10_000 && isRunning(record); waited += 50) await sleep(50);
  if (isRunning(record)) process.kill(-record.pid, "SIGKILL");
}

function readRecords(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return [];
  }
}
