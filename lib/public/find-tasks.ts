import { unitsOn } from "@/db/queries/people/units";
import { countFound, findCodes, nearestCodes } from "@/db/queries/public/find";
import { unitsConcerned } from "@/db/queries/public/overviews";
import { countPlans, pageOfPlans, staleDaysOf } from "@/db/queries/public/plans";
import type { Day } from "@/lib/domain/calendar/days";
import { oneText, type Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import { unitsUnder } from "@/lib/domain/public/public-match";
import { readSearch, type Search, type SearchField } from "@/lib/domain/public/public-search";
import { conditionsOf } from "@/lib/domain/public/search-address";
import { askedDay } from "./as-of";
import { listPublicCodes } from "./public-tasks";

const placeKinds = ["city", "district"];
// A page of more than this would be heavier than a public page may be.
const pageSize = 20;
const mostNearest = 10;
const mostChoices = 50;

/**
 * What an address of the search asks on the day that it asks for, with the plans, units and cities that may be chosen and the
 * names of what was asked and makes no sense.
 */
async function readAddress(query: Query) {
  const { refused, ...when } = await askedDay(query);
  const slug = oneText(query.plan);
  const [plans, planCount, concerned, unitMap] = await Promise.all([
    pageOfPlans(when.asOf, { limit: mostChoices, first: slug ? [slug] : [] }),
    countPlans(when.asOf),
    unitsConcerned(when.asOf),
    unitsOn(when.asOf),
  ]);
  const all = [...unitMap.values()];
  const units = [...unitMap].flatMap(([id, unit]) => (concerned.has(id) ? [unit] : []));
  const cities = all.filter(({ code, kind }) => {
    const under = placeKinds.includes(kind) ? unitsUnder(code, all) : null;
    return under && units.some((unit) => under.has(unit.code));
  });
  const codes = (list: { code: string }[]) => list.map(({ code }) => code);
  const known = {
    plans: plans.map(({ slug }) => slug),
    units: codes(units),
    cities: codes(cities),
  };
  const read = readSearch(query, known);
  const search: Search = { ...read.search, asof: when.isPast ? when.asOf : "" };
  const ignored: SearchField[] = refused ? [...read.ignored, "asof"] : read.ignored;
  const idsOf = (wanted: ReadonlySet<string>) =>
    [...unitMap].flatMap(([id, { code }]) => (wanted.has(code) ? [id] : []));
  const ask = (wanted: Search) => ({
    ...{ asOf: when.asOf, search: wanted },
    concerned: [
      ...(wanted.unit ? [idsOf(new Set([wanted.unit]))] : []),
      ...(wanted.city ? [idsOf(unitsUnder(wanted.city, all))] : []),
    ],
  });
  /** Where there are too many to choose from, they are chosen in the list of plans. */
  const isChoiceCut = planCount > plans.length;
  return { ...when, search, ignored, plans, isChoiceCut, units, cities, ask };
}

/**
 * A page of what an address of the search finds, and how many that is on all of them; where nothing was found, what comes
 * nearest to its words, and what each condition taken away would find. Principles come last.
 */
export async function findTasks(query: Query) {
  const { ask, ...address } = await readAddress(query);
  const { search, asOf } = address;
  const count = await countFound(ask(search));
  const { page, pages, ...part } = pageAt(count, search.page, pageSize);
  const found = await findCodes(ask(search), { ...part, apart: true });
  const looser = count > 0 ? [] : conditionsOf(search);
  const counted = await Promise.all(looser.map(({ without }) => countFound(ask(without))));
  const loosened = looser
    .map((condition, i) => ({ ...condition, count: counted[i] ?? 0 }))
    .filter((condition) => condition.count > 0);
  const near = count > 0 ? [] : await nearestCodes(ask(search), mostNearest);
  const [tasks, nearest] = [await listShown(asOf, found), await listShown(asOf, near)];
  return { ...address, count, page, pages, tasks, loosened, nearest };
}
/** Tasks as a list of several plans shows them: each with what counts as stale in its own. */
async function listShown(asOf: Day, codes: readonly string[]) {
  const tasks = await listPublicCodes(asOf, codes);
  const staleDays = await staleDaysOf(asOf, [...new Set(tasks.map(({ plan }) => plan.slug))]);
  return tasks.map((task) => ({ ...task, staleDays: staleDays.get(task.plan.slug) }));
}
export type Found = Awaited<ReturnType<typeof findTasks>>;

/**
 * A part of what an address finds, for a program: so many after a task, in the order that it asks for, wherever a principle
 * stands, and how many there are in all. `next` is the last of them where others come after it.
 */
export async function findTasksAfter(query: Query, limit: number, after: string | null) {
  const { ask, ...address } = await readAddress(query);
  const asked = ask(address.search);
  const [total, codes] = await Promise.all([
    countFound(asked),
    findCodes(asked, { limit: limit + 1, after }),
  ]);
  const shown = codes.slice(0, limit);
  const next = codes.length > limit ? (shown.at(-1) ?? null) : null;
  return { ...address, total, tasks: await listPublicCodes(address.asOf, shown), next };
}

const batch = 500;

/** All of what an address finds, for a file: in the same order, so many at a time. */
export async function findAllTasks(query: Query) {
  const { ask, ...address } = await readAddress(query);
  async function* batches() {
    for (let after: string | null = null; ; ) {
      const codes: string[] = await findCodes(ask(address.search), { limit: batch, after });
      yield await listPublicCodes(address.asOf, codes);
      after = codes.at(-1) ?? null;
      if (codes.length < batch) return;
    }
  }
  return { ...address, batches };
}

/** The query of a request as a page gets it: a list where a name stands several times. */
export function queryOf(params: URLSearchParams): Query {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}
