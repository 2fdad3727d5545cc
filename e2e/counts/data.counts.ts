import { expect, test } from "@playwright/test";
import Papa from "papaparse";
import { baseUrl, inParallel, signInByRequest } from "@/e2e/requests";
import { comparedLists } from "@/lib/domain/public/comparison";
import type { Overview } from "@/lib/domain/public/overview";
import type { Light } from "@/lib/domain/tasks/lights";
import type { OpenPlan, OpenTask, OpenUnit } from "@/lib/open-data/schemas";
import { type Reader, readerFor } from "./claims";
import { listAt, readNumbers } from "./page-numbers";
import { pastDays } from "./past-days";

// One truth: what programs get, what a file holds and what another page says of the same is the same.

type Part<Of extends string, Item> = { [name in Of]: Item[] } & {
  total: number;
  next: string | null;
};

/** All of a list for programs, part by part, and how many it says there are. */
async function whole<Of extends string, Item>(of: Of, address: string) {
  const items: Item[] = [];
  let total = 0;
  for (let next: string | null = `${baseUrl}/api/v1${address}`; next !== null; ) {
    const part = (await (await fetch(next)).json()) as Part<Of, Item>;
    total = part.total;
    items.push(...part[of]);
    next = part.next;
  }
  return { items, total };
}

/** How many records a file has, below its head. */
async function linesOf(address: string, cookie = "") {
  const file = await fetch(`${baseUrl}${address}`, { headers: { cookie } });
  return Papa.parse(await file.text(), { skipEmptyLines: true }).data.length - 1;
}

const tasksAt = (query: string) => whole<"tasks", OpenTask>("tasks", `/tasks?${query}`);
const listOn = async (read: Reader, address: string, id = "") => {
  const page = await read(address);
  return (page && listAt(page, id)?.total) ?? 0;
};

test("data for programs has as many as it says, as many as the page and the file of the same question", async () => {
  const questions = [
    ...[
      "",
      "plan=air",
      "light=red&light=yellow",
      "due=year&order=due",
      "unit=ecology",
      "city=taiyuan",
    ],
    ...pastDays.flatMap((day) => [`asof=${day}`, `asof=${day}&light=blue`]),
    `q=${encodeURIComponent("治理")}`,
  ];
  const read = readerFor();
  await inParallel(questions, async (query) => {
    const { items, total } = await tasksAt(`${query}&limit=40`);
    const lines = await linesOf(`/api/v1/tasks.csv?${query}`);
    const page = await listOn(read, `/tasks?${query}`);
    const codes = new Set(items.map(({ code }) => code));
    expect([query, codes.size, page, lines]).toEqual([query, total, total, total]);
  });
});

const lightsOf: Record<Exclude<keyof Overview, "total">, Light> = {
  done: "blue",
  onTrack: "green",
  atRisk: "yellow",
  behind: "red",
  notStarted: "grey",
  paused: "paused",
};

test("how plans and units stand is what a search finds of them, today and on past days", async () => {
  const read = readerFor();
  for (const asof of ["", ...pastDays]) {
    const day = asof && `&asof=${asof}`;
    const { items: plans, total } = await whole<"plans", OpenPlan>("plans", `/plans?limit=5${day}`);
    expect([plans.length, await listOn(read, `/plans?${day.slice(1)}`)]).toEqual([total, total]);
    await inParallel(plans, async ({ slug, counts }) => {
      const tasks = (await tasksAt(`plan=${slug}${day}`)).items;
      const tracked = tasks.filter(({ light }) => light !== null);
      const found = Object.fromEntries(
        Object.entries(lightsOf).map(([name, own]) => [
          name,
          tracked.filter(({ light }) => light === own).length,
        ]),
      );
      expect([slug, counts]).toEqual([slug, { total: tracked.length, ...found }]);
    });
    const { items: units, total: unitCount } = await whole<"units", OpenUnit>(
      "units",
      `/units?limit=20${day}`,
    );
    expect(new Set(units.map(({ code }) => code)).size).toBe(unitCount);
    const all = (await tasksAt(`limit=500${day}`)).items.filter(({ light }) => light !== null);
    for (const { code, leads, cooperates } of units) {
      const led = all.filter(({ leadCode }) => leadCode === code).length;
      const helped = all.filter((task) => task.cooperating.some((each) => each.code === code));
      expect([asof, code, leads, cooperates]).toEqual([asof, code, led, helped.length]);
    }
  }
});

test("the ledger's file has as many tasks as its page says", async () => {
  const cookie = await signInByRequest("supervisor-1");
  const read = readerFor(cookie);
  const questions = ["", "due=overdue", "due=month", "status=open", "light=red", "owed=1"];
  await inParallel(questions, async (query) => {
    const lines = await linesOf(`/work/export?${query}`, cookie);
    expect([query, lines]).toEqual([query, await listOn(read, `/work?${query}`)]);
  });
});

test("what is compared between two days: a plan has as many changed tasks as are in its lists", async () => {
  const asked = `from=${pastDays[0]}&to=${pastDays[2]}`;
  const page = await (await fetch(`${baseUrl}/compare?${asked}`)).text();
  const said = [...page.matchAll(/plan=([\w-]+)"[^>]*>[^<]*<\/a><span[^>]*>(\d+) 项有变化/g)];
  expect(said.length).toBeGreaterThan(1);
  await inParallel(said, async ([, slug, count]) => {
    const codes = new Set<string>();
    for (const list of comparedLists)
      for (let number = 1; ; number++) {
        const address = `/compare?${asked}&plan=${slug}&list=${list}&page=${number}`;
        const shown = readNumbers(await (await fetch(`${baseUrl}${address}`)).text());
        const own = listAt(shown, "");
        for (const row of own?.rows ?? []) codes.add(row.split(" ")[0] ?? "");
        if (!own?.next) break;
      }
    expect([slug, codes.size]).toEqual([slug, Number(count)]);
  });
});
