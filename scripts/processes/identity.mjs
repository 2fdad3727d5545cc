import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What tells a process from a later one with the same pid: the boot and the moment it started; null if it is gone. */
export function identifyProcess(pid) {
  if (process.platform !== "linux") return askPs(pid, "lstart") || null;
  try {
    const fields = statOf(pid);
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}/${startTicks}`;
  } catch {
    return null;
  }
}

/** The pid of the process that launched this one, or of whoever took it over; 0 when it is gone. */
export function parentOf(pid) {
  if (process.platform !== "linux") return Number(askPs(pid, "ppid"));
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return 0;
  }
}

/** What Linux tells of a process after its name, which may itself hold spaces and brackets: the state, the parent, … */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function askPs(pid, column) {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
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
  if (process.platform !== "linux") return askPs(pid, "command");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
