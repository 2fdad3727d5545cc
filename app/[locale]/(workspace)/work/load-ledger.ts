import type { Query } from "@/lib/domain/inputs";
import { readFilters, readOrder } from "@/lib/domain/tasks/ledger-filters";

/** What an address of the ledger asks for: the page and the CSV file both read it here. */
export function readLedger(query: Query) {
  return { filters: readFilters(query), order: readOrder(query) };
}

/** An address of the ledger as a path, with what changes in it. */
export function ledgerPath(query: Query, changes: Record<string, string> = {}, path = "/work") {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes }))
    if (typeof value === "string" && value !== "") search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}
