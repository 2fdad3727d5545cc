import { searchTasks } from "@/db/queries/tasks/work-tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { filterTasks, readFilters } from "@/lib/domain/tasks/ledger-filters";
import { readOrder, sortTasks } from "./order";

/** What an address of the ledger shows this person: the page and the CSV file both ask here. */
export async function loadLedger(actor: Actor, query: Query, today: Day) {
  const filters = readFilters(query);
  const order = readOrder(query);
  const wanted = { words: filters.q, chased: filters.chased === "1" };
  const found = await searchTasks(actor, today, wanted);
  const { id, departmentId } = actor;
  return {
    filters,
    order,
    tasks: sortTasks(filterTasks(found, filters, { today, id, departmentId }), order),
  };
}

/** An address of the ledger as a path, with what changes in it. */
export function ledgerPath(query: Query, changes: Record<string, string> = {}, path = "/work") {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes }))
    if (typeof value === "string" && value !== "") search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}
