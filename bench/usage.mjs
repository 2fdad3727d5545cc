import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const ticksPerSecond = 100;

/** The resident memory of a process (Linux) in MB. */
export function memoryOf(pid) {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(kb / 1024);
}

/** What share of one core a process takes while nobody asks it anything, in percent, over so many seconds. */
export async function idleShareOf(pid, seconds) {
  const before = cpuSecondsOf(pid);
  await sleep(seconds * 1000);
  return ((cpuSecondsOf(pid) - before) / seconds) * 100;
}

function cpuSecondsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14);
  return (Number(user) + Number(system)) / ticksPerSecond;
}
