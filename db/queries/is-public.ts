import { and, lt, type SQL, sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";

/** By now, that is: nothing is published ahead of its time. */
const always = sql<Date>`'infinity'::timestamptz`;

/** Whether a plan had been published by a moment, as SQL over plans: the one condition that opens the public door. */
export function isPlanPublic(by: Date | SQL<Date> = always): SQL {
  return lt(plans.publishedAt, by);
}

/** The same of a task, over tasks and plans: its plan had been, and so had the 立项 that added it. */
export function isTaskPublic(by: Date | SQL<Date> = always): SQL | undefined {
  const published = sql`exists (select from ${registrations} where ${registrations.id} = ${tasks.registrationId} and ${lt(registrations.publishedAt, by)})`;
  return and(isPlanPublic(by), sql`(${tasks.registrationId} is null or ${published})`);
}
