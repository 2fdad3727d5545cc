import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { captureOutput, launch } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { next } from "../setup/build.mjs";

const workerRestarts = { attempts: 20, pauseMs: 3_000 };

/**
 * Serves the site and waits until /api/health answers; returns {ended}. What it prints goes to `output` from then on.
 */
export async function serveSite({ mode, host, port, env, output = process.stdout }) {
  const site = launch(process.execPath, programFor(mode, host, String(port)), {
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = captureOutput(site.child);
  let over = false;
  site.ended.then(() => {
    over = true;
  });
  while (!(await answers(healthUrl(host, port)))) {
    if (over) throw failureFrom(say("site.starting"), printed.text());
    await sleep(100);
  }
  printed.forwardTo(output);
  return site;
}

/** Next's own server while developing; otherwise ours, which has the public edition in front of Next. */
function programFor(mode, host, port) {
  if (mode === "dev") return [next, "dev", "-H", host, "-p", port];
  return ["--import", "tsx", "lib/edition/server.ts", "--host", host, "--port", port];
}

function healthUrl(host, port) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}/api/health`;
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Runs the worker of lib/worker/worker.ts beside the site and waits until it works, or stands by for another. One that crashes is
 * started again, for a minute if the database is away; returns {ended}, which is when that was in vain.
 */
export async function superviseWorker({ env, output = process.stdout }) {
  const first = await startWorker(env, output);
  return { ended: supervise(first, env, output) };
}

async function supervise(first, env, output) {
  let worker = first;
  // It ends with 0 only when it was asked to.
  while (worker && (await worker.ended).code !== 0) worker = await startAgain(env, output);
}

async function startAgain(env, output) {
  for (let attempt = 1; attempt <= workerRestarts.attempts; attempt += 1) {
    await sleep(workerRestarts.pauseMs);
    const worker = await startWorker(env, output).catch(() => null);
    if (worker) return worker;
  }
  return null;
}

async function startWorker(env, output) {
  const worker = launch(process.execPath, ["--import", "tsx", "lib/worker/worker.ts"], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed = captureOutput(worker.child);
  const ready = await Promise.race([once(worker.child, "message"), worker.ended.then(() => null)]);
  if (!ready) throw failureFrom(say("site.startingWorker"), printed.text());
  printed.forwardTo(output);
  return worker;
}
