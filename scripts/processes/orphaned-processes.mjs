import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, recordOf } from "./identity.mjs";

let notebook = null;

/** From now on keeps in `file` what this process has launched, after stopping what a killed predecessor left there. */
export async function keepNotebook(file) {
  await stopNoted(file);
  notebook = file;
}

/** Stops the processes of a notebook that still run, the last launched first. */
export async function stopNoted(file) {
  for (const left of readNotes(file).reverse()) await stopLeft(left);
}

/** Notes the processes that run now: {pid, stopSignal} each. */
export function noteProcesses(processes) {
  if (!notebook) return;
  const notes = processes.map(({ pid, stopSignal }) => ({ ...recordOf(pid), stopSignal }));
  try {
    writeFileSync(notebook, JSON.stringify(notes));
  } catch {
    // The notes serve the start after a kill -9; a full disk must not keep this one from ending well.
  }
}

async function stopLeft(left) {
  if (!isRunning(left)) return;
  process.kill(-left.pid, left.stopSignal);
  for (let waited = 0; waited < 10_000 && isRunning(left); waited += 50) await sleep(50);
  if (isRunning(left)) process.kill(-left.pid, "SIGKILL");
}

function readNotes(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return [];
  }
}
