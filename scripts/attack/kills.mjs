import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openKilledSite } from "./killed-site.mjs";
import { openRandom } from "./random.mjs";
import { openWrites } from "./writes.mjs";

// 300 kills at random points (KILLS, SEED), a third of them while people write: `npm start` brings each part back within ten
// seconds, and nothing that was acknowledged is lost, doubled or half applied. A control shows that a loss would be seen.

const mostMs = 10_000;
const mostStartMs = 120_000;
/** Where the next kill falls after the last was over. */
const withinMs = 1_500;
/** People have been writing for so long by then, where they write. */
const loadMs = 1_000;
const targets = ["site", "worker", "postgres", "backend", "group"];
const startEvery = 25;
const checkEvery = 50;

export default async function attack({ say = console.log } = {}) {
  const kills = Number(process.env.KILLS || 300);
  const seed = Number(process.env.SEED || randomInt(2 ** 31));
  say(`SEED=${seed} KILLS=${kills}`);
  const random = openRandom(seed);
  const [failures, times] = [[], new Map()];
  const site = await openKilledSite();
  const writes = await openWrites(site);
  const check = async (when) => {
    await writes.settle();
    const wrong = Object.entries(await writes.check()).filter(([, count]) => count > 0);
    failures.push(...wrong.map(([name, count]) => `${when}: ${count} ${name}`));
  };
  await check("before the first kill");

  for (let n = 1; n <= kills; n += 1) {
    const target = n % startEvery === 0 ? "start" : random.pick(targets);
    const isUnderLoad = n % 3 === 0;
    if (isUnderLoad) writes.begin();
    await sleep((isUnderLoad ? loadMs : 0) + random.below(withinMs));
    const ms = await killAndWait(site, target, random);
    times.set(target, [...(times.get(target) ?? []), ms]);
    if (ms > (target === "start" ? mostStartMs : mostMs))
      failures.push(`kill ${n} (${target}): ${ms} ms`);
    if (isUnderLoad) await writes.settle();
    if (n % checkEvery === 0 || n === kills) {
      await check(`after kill ${n}`);
      say(
        `${n} kills, ${writes.count()} writes acknowledged, failures: ${failures.join("; ") || 0}`,
      );
    }
  }
  const unread = await site.edition.end();
  if (unread.length > 0)
    failures.push(
      `requests for a public page failed while only the database or the worker was away: ${unread.join(", ")}`,
    );

  const lost = await control(site, writes);
  if (lost === 0) failures.push("the control lost nothing: a loss would not be seen");
  await writes.end();
  await site.end();
  return { failures, figures: tellFigures({ seed, kills, times, writes, lost }) };
}

/** Kills one target and returns how long it takes until everything answers again, in milliseconds. */
async function killAndWait(site, target, random) {
  await site.kill(target, random);
  const begun = performance.now();
  if (target === "start") await site.start();
  await site.answersAgain();
  return Math.round(performance.now() - begun);
}

/** With commits that do not wait for the disk, and a server killed as a whole, acknowledged writes must be lost. */
async function control(site, writes) {
  await writes.settle();
  await site.setServer({
    synchronous_commit: "off",
    wal_writer_delay: "10s",
    wal_writer_flush_after: "1GB",
  });
  for (let tries = 0; tries < 5; tries += 1) {
    writes.begin();
    await sleep(3_000);
    await site.kill("group");
    await site.answersAgain();
    await writes.settle();
    const { lost } = await writes.check();
    if (lost > 0) return lost;
  }
  return 0;
}

function tellFigures({ seed, kills, times, writes, lost }) {
  const spread = [...times].map(([target, each]) => {
    const sorted = each.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
    return `${target}: ${each.length} kills, p50 ${at(0.5)} ms, longest ${at(1)} ms`;
  });
  return [
    `SEED=${seed}, ${kills} kills`,
    ...spread,
    `${writes.count()} writes acknowledged; what else was answered: ${JSON.stringify(writes.outcomes())}`,
    `control without synchronous commits: ${lost} acknowledged writes lost`,
  ];
}
