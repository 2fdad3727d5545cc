import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { relocatedFolder } from "../postgres/place.mjs";
import { isRunning, recordOf } from "../processes/identity.mjs";
import { recordProcessesIn, stopOrphans } from "../processes/orphaned-processes.mjs";
import { afterStop } from "../processes/processes.mjs";

const prefix = "taizhang-test-";

/**
 * Makes the temporary folder of one test run, which goes when everything is stopped. First ends what a killed test run left
 * behind.
 */
export async function makeTestFolder() {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix));
  for (const name of left) await removeAbandoned(join(tmpdir(), name));
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, "owner.json"), JSON.stringify(recordOf(process.pid)));
  await recordProcessesIn(recordFileOf(folder));
  afterStop(() => removeTestFolder(folder));
  return folder;
}

function removeTestFolder(folder) {
  for (const path of [folder, relocatedFolder(folder)]) {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function removeAbandoned(folder) {
  const owner = readOwner(folder);
  if (!owner || isRunning(owner)) return;
  await stopOrphans(recordFileOf(folder));
  removeTestFolder(folder);
}

function readOwner(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "owner.json"), "utf8"));
  } catch {
    // It belongs to another user, or its owner is just making it.
    return null;
  }
}

function recordFileOf(folder) {
  return join(folder, "processes.json");
}
