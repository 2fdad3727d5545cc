import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../report/failure.mjs";
import { takeLock } from "./lock.mjs";
import { keepNotebook } from "./orphaned-processes.mjs";

/**
 * Makes this process the only one that works on the data folder, and stops what a killed one left running there.
 * Refuses while another is at work.
 */
export async function takeStartLock({ dataDir, publicUrl }) {
  mkdirSync(dataDir, { recursive: true });
  const { holder } = takeLock(dataDir, "start.lock", { publicUrl });
  if (holder) {
    throw new Failure(
      `台账已经在运行：${holder.publicUrl}（进程 ${holder.pid}，数据 ${dataDir}），请先在那边按 Ctrl-C 停掉。[Already running.]`,
    );
  }
  await keepNotebook(join(dataDir, "processes.json"));
}
