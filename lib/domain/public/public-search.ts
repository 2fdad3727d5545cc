import { z } from "zod";
import { type Day, daySchema } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { type Light, lights } from "@/lib/domain/tasks/lights";

/** 已逾期, 三十日内到期, 今年到期, 没有时限. */
export const dueChoices = ["overdue", "soon", "year", "none"] as const;
export type DueChoice = (typeof dueChoices)[number];

/** 三十日内到期, both ends included. */
export const soonDays = 30;

/** The order of the documents, earliest due day, latest news or worst light; ties stay in document order. */
export const searchOrders = ["document", "due", "updated", "light"] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** What a public search asks. An empty text asks nothing; `asof` is set for a day before today. */
export type Search = {
  q: string;
  plan: string;
  unit: string;
  city: string;
  light: Light[];
  due: DueChoice | "";
  from: Day | "";
  to: Day | "";
  order: SearchOrder;
  page: number;
  asof: Day | "";
};
export type SearchField = keyof Search;

/** A search that asks nothing. */
export const anything: Search = {
  ...{ q: "", plan: "", unit: "", city: "", light: [], due: "", from: "", to: "" },
  ...{ order: "document", page: 1, asof: "" },
};

/** The names that an address of a search knows, in the order in which it says them. */
export const searchFields = [
  ...(["q", "plan", "unit", "city", "light", "due", "from", "to"] as const),
  ...(["asof", "order", "page"] as const),
] satisfies SearchField[];

/** The codes that a search may name. */
export type Known = {
  plans: readonly string[];
  units: readonly string[];
  cities: readonly string[];
};

const oneOf = (codes: readonly string[]) =>
  z
    .string()
    .refine((code) => codes.includes(code))
    .default("");

function schemaFor({ plans, units, cities }: Known) {
  return z
    .object({
      q: z
        .string()
        .transform((text) => text.trim().replace(/\s+/g, " "))
        .pipe(z.string().max(100))
        .default(""),
      plan: oneOf(plans),
      unit: oneOf(units),
      city: oneOf(cities),
      light: z
        .preprocess((given) => [given].flat(), z.array(z.enum(lights)))
        .transform((given) => lights.filter((light) => given.includes(light)))
        .default([]),
      due: z.enum(dueChoices).or(z.literal("")).default(""),
      from: daySchema.or(z.literal("")).default(""),
      to: daySchema.or(z.literal("")).default(""),
      order: z.enum(searchOrders).default("document"),
      page: z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .transform(Number)
        .default(1),
    })
    .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"] });
}

/**
 * What an address asks. A value that makes no sense (no such code, no day, given twice, too long, an end before its
 * beginning) asks nothing, and its name is in `ignored`.
 */
export function readSearch(
  query: Query,
  known: Known,
): { search: Omit<Search, "asof">; ignored: SearchField[] } {
  const schema = schemaFor(known);
  const given: Query = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const said = [value].flat().filter(Boolean) as string[];
      return said.length > 0 ? [[name, said.length > 1 ? said : said[0]]] : [];
    }),
  );
  const ignored: SearchField[] = [];
  for (;;) {
    const parsed = schema.safeParse(given);
    if (parsed.success) return { search: parsed.data, ignored };
    for (const [name] of parsed.error.issues.map(({ path }) => path as SearchField[])) {
      if (name === undefined || !(name in given)) continue;
      delete given[name];
      ignored.push(name);
    }
  }
}
