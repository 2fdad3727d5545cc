import { cache } from "react";
import { publicContact } from "@/db/queries/people/contacts";
import { unitsOn } from "@/db/queries/people/units";
import { newestChanges } from "@/db/queries/public/change-pages";
import { countFound, findCodes } from "@/db/queries/public/find";
import { overviewOfUnit } from "@/db/queries/public/overviews";
import type { Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import { unitsUnder } from "@/lib/domain/public/public-match";
import { anything } from "@/lib/domain/public/public-search";
import { askedDay } from "@/lib/public/as-of";
import { listPublicCodes } from "@/lib/public/public-tasks";

const newest = 20;
/** A city's page tells of its districts too; a ministry's would tell of everybody. */
const isPlace = (kind: string | undefined) => kind === "city" || kind === "district";
/** A page of more than this would be heavier than a public page may be. */
const pageSize = 20;

/**
 * A unit with what it leads and takes part in on the day asked for, a page of each; of a city also what its districts do. Null
 * if unknown.
 */
export const loadUnit = cache(async (code: string, asof: Query[string], page: Query[string]) => {
  const when = await askedDay({ asof });
  const { asOf } = when;
  const byId = await unitsOn(asOf);
  const [id, unit] = [...byId].find(([, each]) => each.code === code) ?? [];
  if (!id || !unit) return null;
  const units = [...byId.values()];
  const under = isPlace(unit.kind) ? unitsUnder(code, units) : new Set<string>();
  const idsBelow = [...byId].flatMap(([each, { code: own }]) =>
    under.has(own) && own !== code ? [each] : [],
  );
  // What is late stands first.
  const search = { ...anything, order: "light" as const };
  const ask = (of: { leads?: string; helps?: string; concerned?: string[][] }) => ({
    ...{ asOf, search, isTracked: true, concerned: [], ...of },
  });
  const [leads, cooperates, below, contact] = await Promise.all([
    pageOf(ask({ leads: id }), page),
    pageOf(ask({ helps: id }), page),
    pageOf(ask({ concerned: [idsBelow] }), page),
    publicContact(code),
  ]);
  // Whoever was closed, or can be written to, has a page without any task.
  const isShown = leads.count + cooperates.count + below.count > 0 || contact || unit.closedOn;
  if (!isShown) return null;
  const successor = units.find((each) => unit.closedOn && each.code === unit.successorCode);
  const [overview, changes] = await Promise.all([
    overviewOfUnit(asOf, id),
    newestChanges(asOf, newest, { unitCode: code }),
  ]);
  return { when, unit, successor, contact, leads, cooperates, below, overview, changes };
});

async function pageOf(asked: Parameters<typeof countFound>[0], wanted: Query[string]) {
  const count = asked.concerned.some((ids) => ids.length === 0) ? 0 : await countFound(asked);
  const { page, pages, ...part } = pageAt(count, wanted, pageSize);
  const tasks = await listPublicCodes(asked.asOf, count === 0 ? [] : await findCodes(asked, part));
  return { count, page, pages, tasks, left: Math.max(count - page * pageSize, 0) };
}
