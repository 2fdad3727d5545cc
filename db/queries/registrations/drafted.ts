import { and, asc, eq, inArray, isNull, like, ne, not, or, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { findUnits } from "@/db/queries/people/unit-options";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import { patternOf } from "@/lib/domain/registrations/codes";
import type { DraftTask } from "@/lib/domain/registrations/drafts";
import { type Duplicate, duplicatesOf } from "@/lib/domain/registrations/duplicates";

type Patterned = { plan: { prefix: string } | null; planId: string | null };

/** What the codes of a registration begin with, and how many root tasks its plan has already. */
export async function patternOfRegistration(reader: Reader, { plan, planId }: Patterned) {
  if (plan) return { prefix: plan.prefix, taken: 0 };
  const rows = await reader
    .select({ code: tasks.code })
    .from(tasks)
    .where(and(eq(tasks.planId, planId ?? ""), not(like(tasks.code, "%.%"))))
    .orderBy(asc(tasks.sortOrder));
  return patternOf(rows.map(({ code }) => code)) ?? { prefix: "", taken: 0 };
}

/** Tasks that are there already and say perhaps the same as these (重复督查); cancelled ones do not count. */
export async function duplicatesIn(
  reader: Reader,
  drafted: readonly DraftTask[],
): Promise<Duplicate[]> {
  if (drafted.length === 0) return [];
  const quotes = sql.join(
    drafted.map(({ quote }) => sql`md5(bare(${quote}))`),
    sql`, `,
  );
  const titles = drafted.map(({ title }) => title);
  const sameQuote = sql`md5(bare(${tasks.quote})) in (${quotes})`;
  const known = await reader
    .select({
      code: tasks.code,
      title: tasks.title,
      quote: tasks.quote,
      leadId: tasks.leadDepartmentId,
      dueOn: tasks.dueOn,
    })
    .from(tasks)
    .where(
      and(
        or(sameQuote, inArray(tasks.title, titles)),
        isNull(tasks.splitById),
        ne(tasks.status, "cancelled"),
      ),
    )
    .orderBy(asc(tasks.code))
    .limit(200);
  return duplicatesOf(drafted, known);
}

/**
 * The names of at most ten open units that are called so (name, short name, alias or code), in official order. A draft's
 * units are typed by name.
 */
export async function unitsNamedLike(actor: Actor, words: string): Promise<string[]> {
  const units = await findUnits(database(), actor, { words, isSingle: false });
  return units.slice(0, 10).map(({ name }) => name);
}

/** The names of the units in some drafted tasks, by id. */
export async function unitNamesOf(drafted: readonly DraftTask[]): Promise<Map<string, string>> {
  const ids = new Set(
    drafted.flatMap(({ leadId, cooperatingIds }) => [leadId ?? [], cooperatingIds].flat()),
  );
  if (ids.size === 0) return new Map();
  const rows = await database()
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
