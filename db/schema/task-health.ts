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
  uuid,
} from "drizzle-orm/pg-core";
import type { Light } from "@/lib/domain/tasks/lights";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Until when a span lasts, as a day that can be compared: written exactly so, the indexes know it. */
export const lasts = (until: AnyPgColumn) => sql`coalesce(${until}, 'infinity')`;

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
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.from] }),
    // By when they end: what has ended is not looked at, however long the history.
    index("task_health_light_index").on(t.light, lasts(t.until), t.from),
    index("task_health_public_light_index").on(t.publicLight, lasts(t.until), t.from),
    index("task_health_lead_id_index").on(t.leadId, lasts(t.until), t.from),
    index("task_health_cooperating_ids_index").using("gin", t.cooperatingIds),
    check("task_health_days", sql`${t.until} is null or ${t.from} < ${t.until}`),
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
