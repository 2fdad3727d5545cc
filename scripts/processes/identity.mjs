import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What tells a process from a later one with the same pid: the boot and the moment it started; null if it is gone. */
export function identifyProcess(pid) {
  if (process.platform !== "linux") return identifyByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may itself hold spaces and brackets, so count from the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${startTicks}`;
  } catch {
    return null;
  }
}

function identifyByPs(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

/** The record to write down for a process, so that `isRunning` can find it again. */
export function recordOf(pid) {
  return { pid, identity: identifyProcess(pid) };
}

/** Whether the process of that record still runs; a reused pid does not count. */
export function isRunning(record) {
  return Boolean(record?.identity) && identifyProcess(record.pid) === record.identity;
}

/** The command line of a process, or an empty string. */
export function commandLineOf(pid) {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
