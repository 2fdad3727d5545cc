import { z } from "zod";
import type { Query } from "@/lib/domain/inputs";
import type { UnitLoad } from "@/lib/domain/people/departments";

/** What a task on the board of assignments still lacks: a lead unit, a day, or the word on a proposal (拟定，待确认). */
export const lacks = ["owner", "day", "proposal"] as const;
export type Lack = (typeof lacks)[number];

const word = z.string().trim().max(60).catch("").default("");
const filtersSchema = z.object({
  plan: word,
  unit: word,
  lacks: z.enum(lacks).or(z.literal("")).catch("").default(""),
});
/** The board's filters as the address holds them: words of the plan and of the lead unit, and one lack. */
export type BoardFilters = z.infer<typeof filtersSchema>;

export function readBoardFilters(query: Query): BoardFilters {
  return filtersSchema.parse(query);
}

/** The list of the ledger behind each number of a unit's load. */
export function loadHref(number: keyof UnitLoad, unitCode: string): string {
  const of: Record<keyof UnitLoad, Record<string, string>> = {
    led: { unit: unitCode, status: "open" },
    cooperating: { with: unitCode, status: "open" },
    soon: { unit: unitCode, status: "open", due: "month" },
    late: { unit: unitCode, status: "open", due: "overdue" },
  };
  return `/work?${new URLSearchParams(of[number])}`;
}
