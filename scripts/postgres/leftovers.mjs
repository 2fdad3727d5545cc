import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLineOf } from "../processes/identity.mjs";

/** The facts PostgreSQL writes into postmaster.pid: {pid, port, ready}; null without the file. */
export function readPostmaster(data) {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/**
 * Makes way for a new server after kill -9 of the last start: stops the server that still runs on this data, and
 * removes a postmaster.pid whose pid now belongs to another program (PostgreSQL would refuse to start).
 */
export async function clearLeftovers(data) {
  const old = readPostmaster(data);
  if (!old) return;
  if (servesData(old.pid, data)) {
    await end(old.pid, data);
  } else if (commandLineOf(old.pid)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
  }
}

async function end(pid, data) {
  const signals = ["SIGINT", "SIGQUIT", "SIGKILL"];
  for (const signal of signals) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (!servesData(pid, data)) return;
      await sleep(50);
    }
  }
}

function servesData(pid, data) {
  const command = commandLineOf(pid);
  return command.includes("postgres") && command.includes(` -D ${data} `);
}
