import { setTimeout as sleep } from "node:timers/promises";
import { query } from "../scripts/postgres/query.mjs";
import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { copySeed } from "../scripts/test/copy-seed.mjs";
import { testFacts } from "../scripts/test/server.mjs";
import { serveSeededSite, untilBuilt } from "./seeded-site.mjs";
import { signIn } from "./sign-in.mjs";
import { idleShareOf, memoryOf } from "./usage.mjs";

const { COPIES = "84", BOUND = "2" } = process.env;
const runs = 7;
/** What is quicker than this counts as this: below it a page is as quick as a page can be. */
const floorMs = 10;
const idleSeconds = 30;
const day = "2024-05-20";

/** Each with the role that reads it. Public pages are asked for as they are made, not as the edition keeps them: of a past day, or by a question. */
const pages = [
  ...["/inbox", "/work", "/work?light=red&sort=due", "/work?q=锅炉", "/work/AIR-05.1"].flatMap(
    (path) =>
      ["ecology-official", "ecology-head", "supervisor-1", "auditor"].map((who) => [who, path]),
  ),
  ["ecology-official", "/reports/AIR-05.1"],
  ["ecology-official", "/notifications"],
  ["supervisor-1", "/releases"],
  ["system-admin", "/inbox"],
  ["system-admin", "/assignments"],
  ["director", "/inbox"],
  ["leader", "/inbox"],
  ["auditor", "/audit"],
  ...["/", "/plans/air", "/tasks/AIR-05.1", "/units/ecology", "/units", "/changes"].map((path) => [
    "",
    `${path}?asof=${day}`,
  ]),
  ...["/tasks?order=due", "/tasks?q=锅炉", "/tasks?light=red&order=due", "/tasks?unit=ecology"].map(
    (path) => ["", path],
  ),
  ["", `/compare?from=${day}&to=2024-06-10`],
  ["", `/api/v1/plans?asof=${day}`],
  ["", `/api/v1/units?asof=${day}`],
  ["", "/api/v1/tasks?unit=ecology"],
];

/**
 * `npm run bench:scale`: the median of every page on the seed and with so many more copies of it (COPIES, 84), in one run, one
 * request after another. Prints both with their ratio and returns 1 if one is over BOUND (2).
 */
export default async function benchScale() {
  const { env, superUrl, pid } = await serveSeededSite();
  await step(say("bench.edition"), () => untilBuilt(env.PUBLIC_URL));
  const cookies = { "": "" };
  for (const who of new Set(pages.map(([each]) => each)))
    if (who) cookies[who] = await signIn(env.PUBLIC_URL, who, testFacts.demoPassword);
  const small = await measure(env.PUBLIC_URL, cookies, superUrl);
  await step(say("bench.copies", { copies: COPIES }), () => copySeed(superUrl, Number(COPIES)));
  const [{ count }] = await query(superUrl, "select count(*)::int as count from tasks");
  const large = await measure(env.PUBLIC_URL, cookies, superUrl);
  let slow = 0;
  pages.forEach(([who, path], i) => {
    const [before, after] = [small[i], large[i]];
    const ratio = Math.max(after.ms, floorMs) / Math.max(before.ms, floorMs);
    const isSlow = ratio > Number(BOUND);
    if (isSlow) slow += 1;
    const figures = [before, after].map(({ ms, kb }) => `${ms.toFixed(0)} ms ${kb.toFixed(0)} kB`);
    const row = [path.padEnd(36), who.padEnd(16), figures[0].padStart(16), figures[1].padStart(16)];
    console.log(`${isSlow ? "✗" : "✓"} ${row.join(" ")} ${ratio.toFixed(1)} ×`);
  });
  console.log(say("bench.scaled", { tasks: count, pages: pages.length, slow, bound: BOUND }));
  const share = await step(say("bench.idle"), () => idleShareOf(pid, idleSeconds));
  console.log(say("bench.usage", { memory: memoryOf(pid), share: share.toFixed(1) }));
  return slow > 0 ? 1 : 0;
}

/** What was made for one request is not what the next one gets: as after any change. */
async function forget(superUrl) {
  await query(superUrl, "select pg_notify('public_changed', 'task BENCH-0')");
  await sleep(100);
}

async function measure(origin, cookies, superUrl) {
  const found = [];
  for (const [who, path] of pages) {
    const times = [];
    let bytes = 0;
    for (let run = 0; run <= runs; run += 1) {
      if (!who) await forget(superUrl);
      const started = performance.now();
      const response = await fetch(`${origin}${path}`, { headers: { cookie: cookies[who] } });
      bytes = (await response.arrayBuffer()).byteLength;
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      if (run > 0) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    found.push({ ms: times[Math.floor(runs / 2)], kb: bytes / 1024 });
  }
  return found;
}
