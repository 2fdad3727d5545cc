import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type Light, worstFirst } from "@/lib/domain/tasks/lights";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Until when a span lasts, as a day that can be compared: written exactly so, the indexes know it. */
export const lasts = (until: AnyPgColumn) => sql`coalesce(${until}, 'infinity')`;

/** The first day on which everybody saw a task stand so, if anybody may see it; written exactly so. */
export const seenFrom = (from: AnyPgColumn, publicFrom: AnyPgColumn) =>
  sql`greatest(${from}, ${publicFrom})`;

// What lists are ordered by, written exactly so: their indexes know it.
/** What has no date comes last. */
export const dueKey = (dueOn: AnyPgColumn) => sql`coalesce(${dueOn}, 'infinity')`;
/** The newest first; what has no news comes last. */
export const newsKey = (updatedOn: AnyPgColumn) =>
  sql`coalesce(date '2100-01-01' - ${updatedOn}, 2147483647)`;
/** The worst light first; a principle, which has none, comes last. */
export const lightKey = (isTracked: AnyPgColumn, light: AnyPgColumn) =>
  sql`(case when ${isTracked} then array_position(${worst}, ${light}) else 9 end)`;
const worst = sql.raw(`'{${worstFirst}}'::text[]`);

/**
 * How each task stands, whose it is and when it is due, from a day on until another (null: for good), so that lists filter, count
 * and order in SQL, on any day. It is only the memory of a rule, lib/domain/public/health-spans.ts, which says it for the days to come as well: nothing has to be done
 * when a day turns. What happens today ends the span of today and begins others; spans that have ended stay.
 */
export const taskHealth = pgTable(
  "task_health",
  {
    // No foreign key: its check would wait for whoever works on another task of the tree, who may wait for this one.
    taskId: uuid().notNull(),
    from: date("from_day").notNull(),
    until: date("until_day"),
    light: text().$type<Light>().notNull(),
    percent: integer(),
    isOwed: boolean().notNull(),
    publicLight: text().$type<Light>().notNull(),
    publicPercent: integer(),
    publicIsOverdue: boolean().notNull(),
    publicUpdatedOn: date(),
    leadId: uuid(),
    cooperatingIds: uuid().array().notNull(),
    dueOn: date(),
    // What lists ask of the task itself, so that they look at this table only. Triggers write it (task_placed), and nobody else.
    planId: uuid(),
    isTracked: boolean().notNull().default(false),
    /** The first day on which everybody may see it; null while nobody may. */
    publicFrom: date(),
    /** Its place in the order of the documents, as a text that is ordered by its bytes. */
    place: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.from] }),
    // By when they end: what has ended is not looked at, however long the history.
    index("task_health_light_index").on(t.light, lasts(t.until), t.from),
    index("task_health_lead_id_index").on(t.leadId, lasts(t.until), t.from),
    index("task_health_cooperating_ids_index").using("gin", t.cooperatingIds),
    // The lists of everything begin where they begin, and read no more than they show.
    index("task_health_place_index").on(t.place, lasts(t.until), t.from),
    index("task_health_plan_index").on(t.planId, t.place, lasts(t.until), t.from),
    index("task_health_due_index").on(dueKey(t.dueOn), t.place, lasts(t.until), t.from),
    index("task_health_news_index").on(newsKey(t.publicUpdatedOn), t.place, lasts(t.until), t.from),
    index("task_health_public_light_index").on(
      lightKey(t.isTracked, t.publicLight),
      t.place,
      lasts(t.until),
      t.from,
    ),
    // What everybody began to see as it stands between two days, and what ended between them, with all that is compared of it.
    index("task_health_seen_index").on(
      ...([seenFrom(t.from, t.publicFrom), lasts(t.until), t.until, t.from, t.publicFrom] as const),
      ...([t.isTracked, t.taskId, t.planId, t.publicLight, t.publicPercent, t.dueOn] as const),
    ),
    index("task_health_ended_index").on(
      ...[t.until, t.from, t.publicFrom, t.taskId, t.publicLight, t.publicPercent, t.dueOn],
    ),
    check("task_health_days", sql`${t.until} is null or ${t.from} < ${t.until}`),
  ],
);

/**
 * How many more public tasks there are from a day on (or fewer), of all (without a unit) or of those that a unit leads or helps with,
 * by their light: what lists and overviews count is a sum over days, however many tasks there are. Each is also added to the first
 * day of its month and of its year, so that a sum is short however long the history. Triggers on task_health write it, nobody else.
 */
export const keptCounts = pgTable(
  "kept_counts",
  {
    grain: text().$type<"year" | "month" | "day">().notNull(),
    day: date().notNull(),
    unitId: uuid(),
    leads: boolean().notNull(),
    helps: boolean().notNull(),
    isTracked: boolean().notNull(),
    light: text().$type<Light>().notNull(),
    added: integer().notNull(),
  },
  (t) => [
    unique("kept_counts_once")
      .on(t.unitId, t.grain, t.day, t.leads, t.helps, t.isTracked, t.light)
      .nullsNotDistinct(),
    index().on(t.grain, t.day),
  ],
);

/**
 * Tasks whose memory is to be made anew, and that of all above them; without a task, of all. Triggers write a row for whatever
 * it rests on, and the transaction of the change takes its own away again; what is left is for the worker.
 */
export const staleHealth = pgTable(
  "stale_health",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    taskId: uuid(),
    transactionId: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [index().on(t.transactionId)],
);
