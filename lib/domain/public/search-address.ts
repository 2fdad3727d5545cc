import type { Search, SearchField } from "./public-search";

const plain = { order: "document", page: 1 } as const;

/** A search as it stands in an address: only what it asks, always in the same order. */
export function searchParams(search: Search): URLSearchParams {
  const params = new URLSearchParams();
  const { q, plan, unit, city, light, due, from, to, asof, order, page } = search;
  for (const [name, value] of Object.entries({ q, plan, unit, city })) params.set(name, value);
  for (const each of light) params.append("light", each);
  for (const [name, value] of Object.entries({ due, from, to, asof })) params.set(name, value);
  if (order !== plain.order) params.set("order", order);
  if (page !== plain.page) params.set("page", String(page));
  for (const [name, value] of [...params]) if (value === "") params.delete(name);
  return params;
}

/** The address of a search, on the page or on the file that answers it. */
export function searchPath(search: Search, path = "/tasks"): string {
  const params = searchParams(search);
  return params.size > 0 ? `${path}?${params}` : path;
}

export type Condition = {
  name: Exclude<SearchField, "order" | "page" | "asof">;
  value: string;
  /** The same search without it, from its first page. */
  without: Search;
};

/** What narrows a search, one by one. */
export function conditionsOf(search: Search): Condition[] {
  const { q, plan, unit, city, light, due, from, to } = search;
  const first = { ...search, page: 1 };
  return [
    ...Object.entries({ q, plan, unit, city }),
    ...light.map((each) => ["light", each] as const),
    ...Object.entries({ due, from, to }),
  ]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ({
      name: name as Condition["name"],
      value,
      without:
        name === "light"
          ? { ...first, light: light.filter((each) => each !== value) }
          : { ...first, [name]: "" },
    }));
}
