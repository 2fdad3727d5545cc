import { say } from "../scripts/report/words.mjs";
import { signIn } from "./sign-in.mjs";

const bound = 100;
const warmUps = 5;
const runs = 40;

const pages = [
  ["", "/"],
  ["", "/plans/air"],
  ["", "/plans/central"],
  ["", "/tasks/AIR-01"],
  ["", "/tasks/AIR-04.1"],
  ["", "/documents/air"],
  ["", "/api/v1/plans"],
  ["", "/api/v1/tasks"],
  ["ecology-official", "/inbox"],
  ["ecology-official", "/work"],
  ["ecology-official", "/work/AIR-05.1"],
  ["ecology-official", "/reports/AIR-05.1"],
  ["ecology-official", "/work/AIR-05.4"],
  ["ecology-official", "/requests/extension/AIR-02.3"],
  ["ecology-official", "/splits/AIR-05.1"],
  ["ecology-official", "/notifications"],
  ["ecology-head", "/inbox"],
  ["ecology-head", "/account"],
  ["supervisor-1", "/inbox"],
  ["supervisor-1", "/work"],
  ["supervisor-1", "/work?q=锅炉"],
  ["supervisor-1", "/work/export"],
  ["supervisor-2", "/strike-offs/AIR-04.2"],
  ["supervisor-2", "/reopenings/AIR-04.1"],
  ["system-admin", "/inbox"],
  ["system-admin", "/assignments/AIR-10.1"],
  ["director", "/settings/air"],
  ["auditor", "/audit"],
];

/** Prints each page's median and 95th percentile, one request after another, and returns 1 if a median is over the bound. */
export async function measurePages(origin, password) {
  const cookies = { "": "" };
  for (const name of new Set(pages.map(([who]) => who).filter(Boolean)))
    cookies[name] = await signIn(origin, name, password);

  let over = 0;
  for (const [who, path] of pages) {
    const times = await timesOf(`${origin}${path}`, cookies[who]);
    const [p50, p95] = [at(times, 0.5), at(times, 0.95)];
    if (p50 > bound) over += 1;
    const row = [path.padEnd(32), (who || say("bench.public")).padEnd(18), ms(p50), ms(p95)];
    console.log(`${p50 > bound ? "✗" : "✓"} ${row.join(" ")}`);
  }
  console.log(say("bench.pages", { runs, bound, over }));
  return over > 0 ? 1 : 0;
}

/** Reads a page to its end; throws where it does not answer 200. */
export async function readPage(url, cookie) {
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
}

async function timesOf(url, cookie) {
  const times = [];
  for (let i = 0; i < warmUps + runs; i++) {
    const begun = performance.now();
    await readPage(url, cookie);
    if (i >= warmUps) times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function ms(time) {
  return time.toFixed(0).padStart(5);
}
