import { setTimeout as sleep } from "node:timers/promises";
import { keepPrinted } from "../processes/printed.mjs";
import { launch } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { next } from "../setup/build.mjs";

/**
 * Serves the site and waits until /api/health answers; returns {ended}. What it prints goes to `output` from then on.
 */
export async function serveSite({ mode, host, port, env, output = process.stdout }) {
  const site = launch(process.execPath, programFor(mode, host, String(port)), {
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = keepPrinted(site.child);
  let over = false;
  site.ended.then(() => {
    over = true;
  });
  while (!(await answers(healthUrl(host, port)))) {
    if (over) throw failureFrom("启动网站", printed.text());
    await sleep(100);
  }
  printed.passTo(output);
  return site;
}

/** Next's own server while developing; otherwise ours, which has the public edition in front of Next. */
function programFor(mode, host, port) {
  if (mode === "dev") return [next, "dev", "-H", host, "-p", port];
  return ["--import", "tsx", "lib/server.ts", "--host", host, "--port", port];
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
