import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { refuseTakenPort } from "../processes/ports.mjs";
import { captureOutput, launch } from "../processes/processes.mjs";
import { supervise } from "../processes/supervise.mjs";
import { failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { next, programOf } from "../setup/build.mjs";

/**
 * Keeps the site served; returns {lost} once it answers for the first time. A port that another program has taken when it
 * is to be served again is given up.
 */
export function superviseSite(options) {
  return supervise(say("site.siteProcess"), async (last) => {
    if (last) await refuseTakenPort(options.port, options.host);
    return serveSite(options);
  });
}

/**
 * Serves the site and waits until it answers at /api/health, be it that the database is away; returns {ended}. What it
 * prints goes to `output` from then on.
 */
export async function serveSite({ mode, host, port, env, output = process.stdout }) {
  const site = launch(process.execPath, programFor(mode, host, String(port)), {
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production" },
    // By the channel it knows when we are gone.
    stdio: ["ignore", "pipe", "pipe", ...(mode === "dev" ? [] : ["ipc"])],
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
  return [...programOf("site", mode), "--host", host, "--port", port];
}

function healthUrl(host, port) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}/api/health`;
}

async function answers(url) {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return status === 200 || status === 503;
  } catch {
    return false;
  }
}

/**
 * Keeps the worker going beside the site; returns {lost} once it works, or stands by for another.
 * The site is served by now, and may be asked: a worker or database that ends meanwhile does not take it down.
 */
export function superviseWorker(options) {
  return supervise(say("site.workerProcess"), () => startWorker(options), { persists: true });
}

async function startWorker({ mode, env, output = process.stdout }) {
  const worker = launch(process.execPath, programOf("worker", mode), {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed = captureOutput(worker.child);
  const ready = await Promise.race([once(worker.child, "message"), worker.ended.then(() => null)]);
  if (!ready) throw failureFrom(say("site.startingWorker"), printed.text());
  printed.forwardTo(output);
  return worker;
}
