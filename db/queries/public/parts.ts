import { and, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { inDocuments } from "@/db/queries/tasks/order";
import { versionThen } from "@/db/queries/tasks/version-then";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";

/** The codes of the parts of a task that the public may see at the end of a day, in document order. */
export async function publicParts(asOf: Day, code: string): Promise<string[]> {
  const whole = sql`(select whole.id from tasks whole where whole.code = ${code})`;
  const reader = database();
  const ends = endOfDay(asOf);
  const rows = await reader
    .select({ code: tasks.code })
    .from(tasks)
    .innerJoinLateral(versionThen(reader, ends), sql`true`)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.parentId, whole), isTaskPublic(ends)))
    .orderBy(...inDocuments);
  return rows.map((row) => row.code);
}
