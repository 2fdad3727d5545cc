import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveSeededSite } from "../../bench/seeded-site.mjs";
import { launch, run, stop } from "../processes/processes.mjs";
import { say } from "../report/words.mjs";
import { programOf } from "../setup/build.mjs";

const page = "/plans/air";
const rounds = 3;
const seconds = 6;
const bars = { megabytes: 400, rate: 0.5 };
const program = (name) => fileURLToPath(new URL(name, import.meta.url));

let served;

/**
 * Measures the public page alternately, without and with attackers under `nice`, and the memory of the site meanwhile: it
 * may take 400 MB more than idle, and the page keeps half of its rate.
 */
export async function attackUnderLoad(kind, tell) {
  served ??= serveSeededSite();
  const { env } = await served;
  const origin = env.PUBLIC_URL.replace("localhost", "127.0.0.1");
  await untilBuilt(origin);
  const port = new URL(origin).port;
  await rateOf(origin);
  const { pid, megabytes: idle } = siteMemory(port);
  const rates = { without: [], with: [] };
  let most = 0;
  let told = "";
  const watch = setInterval(() => {
    most = Math.max(most, siteMemory(port)?.megabytes ?? 0);
  }, 200);
  for (let round = 1; round <= rounds; round += 1) {
    rates.without.push(await rateOf(origin));
    const attackers = startAttackers(kind, origin);
    await attackers.ready;
    rates.with.push(await rateOf(origin));
    await stop(attackers.process);
    told = attackers.told();
    tell(`${round}/${rounds}: ${rates.without.at(-1)} → ${rates.with.at(-1)}`);
  }
  clearInterval(watch);
  const share = median(rates.with) / median(rates.without);
  const more = Math.round(most - idle);
  const survived = siteMemory(port)?.pid === pid;
  const figures = [
    say("attack.memory", { idle: Math.round(idle), more, bar: bars.megabytes }),
    say("attack.rate", {
      page,
      without: median(rates.without),
      with: median(rates.with),
      share: share.toFixed(2),
      bar: bars.rate,
    }),
    say("attack.attackers", { told }),
  ];
  const failures = [
    ...(more < bars.megabytes ? [] : [say("attack.tooMuchMemory", { more })]),
    ...(share >= bars.rate ? [] : [say("attack.tooSlow", { share: share.toFixed(2) })]),
    ...(survived ? [] : [say("attack.restarted")]),
  ];
  return { failures, figures };
}

/** So many pages a second, as eight visitors read them who wait for nothing else. */
async function rateOf(origin) {
  const { code, stdout, output } = await run(process.execPath, [
    ...[program("visitors.mjs"), `${origin}${page}`, String(seconds)],
  ]);
  if (code !== 0) throw new Error(output);
  return Number(stdout.trim());
}

/** Attackers of a kind in a process of their own that yields to everybody; `told` is the last they said of themselves. */
function startAttackers(kind, origin) {
  const attackers = launch(
    "nice",
    ["-n", "19", process.execPath, program("attackers.mjs"), kind, origin],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let told = "";
  const ready = new Promise((resolve) => {
    attackers.child.stdout.setEncoding("utf8").on("data", (text) => {
      told = text.trim().split("\n").at(-1);
      resolve();
    });
    attackers.ended.then(resolve);
  });
  return { process: attackers, ready, told: () => told };
}

/** The process that serves this port, and how much memory it takes. */
function siteMemory(port) {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const args = readProcess(pid, "cmdline").split("\0");
    if (!args.includes(programOf("site").at(-1)) || args[args.indexOf("--port") + 1] !== port)
      continue;
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readProcess(pid, "status"))?.[1] ?? 0);
    if (kilobytes > 0) return { pid, megabytes: kilobytes / 1024 };
  }
  return null;
}

function readProcess(pid, file) {
  try {
    return readFileSync(join("/proc", pid, file), "utf8");
  } catch {
    // It has just ended.
    return "";
  }
}

async function untilBuilt(origin) {
  for (;;) {
    // A site that is busy making its pages may miss one question.
    const health = await fetch(`${origin}/api/health`).then(
      (found) => found.json(),
      () => null,
    );
    if (health?.edition.pages > 0 && health.edition.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
