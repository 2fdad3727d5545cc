import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { lights } from "@/lib/domain/tasks/lights";
import { taskStatuses } from "@/lib/domain/tasks/tasks";

/** 七日内到期 and 三十日内到期, both ends included. */
export const [soonDays, monthDays] = [7, 30];
export const dueChoices = ["overdue", "soon", "month"] as const;
export type DueChoice = (typeof dueChoices)[number];

const choice = <Value extends string>(values: readonly Value[]) =>
  z.enum(values).or(z.literal("")).catch("").default("");
const word = z.string().trim().max(100).catch("").default("");
const day = daySchema.or(z.literal("")).catch("").default("");
const flag = choice(["1"]);

/** The ledger's filters as the address holds them; what makes no sense is left out. */
const filtersSchema = z.object({
  q: word,
  plan: word,
  /** `open` is all that somebody has in hand. */
  status: choice([...taskStatuses, "open"]),
  light: choice(lights),
  unit: word,
  with: word,
  due: choice(dueChoices),
  from: day,
  to: day,
  owed: flag,
  chased: flag,
  mine: flag,
  handled: flag,
});
export type Filters = z.infer<typeof filtersSchema>;

export function readFilters(query: Query): Filters {
  return filtersSchema.parse(query);
}

/** The order of the documents, earliest due day, worst light, or longest without news; ties stay in document order. */
export const orders = ["document", "due", "light", "published"] as const;
export type Order = (typeof orders)[number];

const orderSchema = z.enum(orders).catch("document").default("document");

/** The order that an address asks for; the documents' where it makes no sense. */
export function readOrder(query: Query): Order {
  return orderSchema.parse(query.sort);
}
