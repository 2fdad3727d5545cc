import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { keepPrinted } from "../processes/printed.mjs";
import { launch } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";

const patience = { attempts: 20, pauseMs: 3_000 };

/**
 * Runs the worker of lib/worker.ts beside the site and waits until it works, or stands by for another. One that crashes is
 * started again, for a minute if the database is away; returns {ended}, which is when that was in vain.
 */
export async function keepWorker({ env, output = process.stdout }) {
  const first = await startWorker(env, output);
  return { ended: keepUp(first, env, output) };
}

async function keepUp(first, env, output) {
  let worker = first;
  // It ends with 0 only when it was asked to.
  while (worker && (await worker.ended).code !== 0) worker = await startAgain(env, output);
}

async function startAgain(env, output) {
  for (let attempt = 1; attempt <= patience.attempts; attempt += 1) {
    await sleep(patience.pauseMs);
    const worker = await startWorker(env, output).catch(() => null);
    if (worker) return worker;
  }
  return null;
}

async function startWorker(env, output) {
  const worker = launch(process.execPath, ["--import", "tsx", "lib/worker.ts"], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed = keepPrinted(worker.child);
  const told = await Promise.race([once(worker.child, "message"), worker.ended.then(() => null)]);
  if (!told) throw failureFrom("启动后台任务进程", printed.text());
  printed.passTo(output);
  return worker;
}
