import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { auditEventTypes } from "./event-types";

const word = z.string().trim().max(60).catch("").default("");
const day = daySchema.or(z.literal("")).catch("").default("");
const schema = z.object({
  type: z.enum(auditEventTypes).or(z.literal("")).catch("").default(""),
  /** Part of a name or of a username. */
  who: word,
  /** A task's code. */
  task: word,
  from: day,
  to: day,
  /** The last entry of the page before. */
  before: z.uuid().or(z.literal("")).catch("").default(""),
});
/** How the log is narrowed, as the address holds it. */
export type LogFilters = z.infer<typeof schema>;

export function readLogFilters(query: Query): LogFilters {
  return schema.parse(query);
}

/** The address of the log narrowed like this. */
export function logHref(filters: LogFilters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== "");
  return set.length === 0 ? "/audit" : `/audit?${new URLSearchParams(set)}`;
}
