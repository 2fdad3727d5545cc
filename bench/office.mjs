import { query } from "../scripts/postgres/query.mjs";
import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { testFacts } from "../scripts/test/server.mjs";
import { fillOffice } from "./office-fill.mjs";
import { readPage } from "./pages.mjs";
import { serveSeededSite, untilBuilt } from "./seeded-site.mjs";
import { signIn } from "./sign-in.mjs";

/** Both fill every list beyond its first page, and have as many people in a unit. */
const sizes = [
  { units: 400, people: 2_000, plans: 100 },
  { units: 2_000, people: 10_000, plans: 500 },
];

/** The pages on which an office is set up, by who may see them; `person` is the id of somebody. */
const pagesOf = (person) => ({
  "system-admin": [
    ...["/getting-started", "/departments", "/departments?under=provincial-government"],
    ...["/departments?q=Bench", "/departments/new?under=education", "/departments/bench-10"],
    ...["/departments/bench-10/edit", "/departments/bench-10/rename"],
    ...["/departments/bench-10/split", "/departments/bench-11/move?q=Bench"],
    ...["/departments/bench-11/merge?q=Bench", "/departments/bench-11/close", "/people"],
    ...["/people?q=Person", "/people?state=dormant", "/people/new", "/people/new?q=Bench"],
    ...[`/people/${person}`, `/people/${person}/leave`, `/people/${person}/transfer`],
    ...["/start-links/bench-7", "/assignments", "/assignments?q=Task", "/assignments/BENCH-7-02"],
    ...["/parts/BENCH-7-01", "/site-settings", "/mail-settings", "/retention", "/holidays"],
    ...["/account", "/gaps", "/sheets/units", "/sheets/people", "/sheets/tasks"],
  ],
  "security-admin": ["/roles", "/roles?q=Person", "/roles/bench-7", "/gaps"],
  director: [
    ...["/registrations", "/registrations/new", "/registrations/plans"],
    ...["/registrations/plans/bench-7", "/registrations/new?plan=bench-7", "/corrections"],
    ...["/corrections/new?subject=task&name=BENCH-7-01", "/instructions", "/holidays/2025"],
    ...["/gaps", "/settings", "/reminder-defaults", "/notification-texts"],
    ...["/notification-texts/chase_sent"],
  ],
  leader: ["/inbox", "/instructions", "/instructions/new?task=BENCH-7-01"],
});

/**
 * `npm run bench:office`: how many queries each page makes and how many rows come to it, with an office of moderate size
 * and with a province's. Prints both and returns 1 if either grew.
 */
export default async function benchOffice() {
  const { env, superUrl } = await serveSeededSite({
    settings: ["shared_preload_libraries=pg_stat_statements"],
  });
  await query(superUrl, "create extension pg_stat_statements");
  await step(say("bench.edition"), () => untilBuilt(env.PUBLIC_URL));
  const cookies = {};
  for (const who of Object.keys(pagesOf("")))
    cookies[who] = await signIn(env.PUBLIC_URL, who, testFacts.demoPassword);
  const counts = [];
  let pages = [];
  for (const { units, people, plans } of sizes) {
    const fill = () => fillOffice(superUrl, { units, people, plans });
    await step(say("bench.fill", { units, people, plans }), fill);
    const [person] = await query(superUrl, "select id from users where username = 'bench-7'");
    pages = Object.entries(pagesOf(person.id)).flatMap(([who, paths]) =>
      paths.map((path) => [who, path]),
    );
    counts.push(await countPages(pages, cookies, env, superUrl));
  }
  const [before, after] = counts;
  let grown = 0;
  pages.forEach(([who, path], i) => {
    const isGrown = after[i].queries > before[i].queries || after[i].rows > before[i].rows;
    if (isGrown) grown += 1;
    const figures = [before[i], after[i]].map(({ queries, rows }) => `${queries} / ${rows}`);
    const row = [path.padEnd(44), who.padEnd(16), figures[0].padStart(10), figures[1].padStart(10)];
    console.log(`${isGrown ? "✗" : "✓"} ${row.join(" ")}`);
  });
  console.log(say("bench.grown", { pages: pages.length, grown }));
  return grown > 0 ? 1 : 0;
}

async function countPages(pages, cookies, env, superUrl) {
  const counts = [];
  for (const [who, path] of pages) {
    const load = () => readPage(`${env.PUBLIC_URL}${path}`, cookies[who]);
    // The first request may fill what every page shares; now and then the site asks something of its own.
    await load();
    const tries = [];
    for (let n = 0; n < 3; n += 1) {
      await query(superUrl, "select pg_stat_statements_reset()");
      await load();
      tries.push(await countOf(superUrl));
    }
    counts.push(tries.reduce((least, each) => (each.rows < least.rows ? each : least)));
  }
  return counts;
}

/** What the site has asked since the last reset. */
async function countOf(superUrl) {
  const [count] = await query(
    superUrl,
    `select coalesce(sum(calls), 0)::int as queries, coalesce(sum(rows), 0)::int as rows
     from pg_stat_statements where userid = $1::regrole`,
    [testFacts.appRole],
  );
  return count;
}
