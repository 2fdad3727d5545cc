import { unitsOn } from "@/db/queries/people/units";
import { publicPlans } from "@/db/queries/public/public";
import type { Query } from "@/lib/domain/inputs";
import { concerns, matchTasks, unitsUnder } from "@/lib/domain/public/public-match";
import { readSearch, type Search, type SearchField } from "@/lib/domain/public/public-search";
import { conditionsOf } from "@/lib/domain/public/search-address";
import { askedDay } from "./as-of";
import { listPublicTasks } from "./public-tasks";

const placeKinds = ["city", "district"];

/**
 * What an address of the search finds, all pages of it, on the day that it asks for: the page, the JSON and the CSV ask
 * here. With the plans, units and cities that may be chosen, the names of what was asked and makes no sense, and where
 * nothing was found, what each condition taken away would find.
 */
export async function findTasks(query: Query) {
  const { refused, ...when } = await askedDay(query);
  const [plans, tasks, unitMap] = await Promise.all([
    publicPlans(when.asOf),
    listPublicTasks(when.asOf),
    unitsOn(when.asOf),
  ]);
  const all = [...unitMap.values()];
  const units = all.filter((unit) => tasks.some((task) => concerns(task, (c) => c === unit.code)));
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
  const match = (wanted: Search) => matchTasks(tasks, wanted, { asOf: when.asOf, units: all });
  const found = match(search);
  const looser = found.length > 0 ? [] : conditionsOf(search);
  const loosened = looser.flatMap((condition) => {
    const count = match(condition.without).length;
    return count > 0 ? [{ ...condition, count }] : [];
  });
  return { ...when, search, ignored, plans, units, cities, tasks: found, loosened };
}
export type Found = Awaited<ReturnType<typeof findTasks>>;

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
