import { and, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { waitingLevels } from "@/db/queries/chasing/waiting-levels";
import { type AskedReports, reportsAsked } from "@/db/queries/submissions/reports-asked";
import { isTrackedTask } from "@/db/queries/tasks/acted-on";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import {
  type InboxItem,
  type InboxSection,
  inboxSections,
  nextSection,
  sectionLength,
} from "@/lib/domain/inbox";
import { type Counted, countedOf, mostCounted, pageAt } from "@/lib/domain/paging";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import { lateBefore } from "@/lib/domain/releases";
import { isOfWriting, type Listed, loadItems } from "./items";
import { decidableOf, type Entries, entriesFor } from "./sections";

export type InboxPart = Counted & { section: InboxSection; items: InboxItem[] };

/**
 * 我的待办: what waits for this person, section by section, the first of each and how many there are; empty ones are left out.
 * What the person is named to handle (承办人) comes before what is anybody's of the unit, then what is nearest or waits longest.
 */
export async function inbox(
  actor: Actor,
  today: Day,
  length = sectionLength,
): Promise<InboxPart[]> {
  const waiting = await whatWaits(actor, today);
  return partsOf(actor, today, waiting, { limit: length, offset: 0 });
}

/** A page of one section, whole; null where nothing is in it. */
export async function inboxSection(
  actor: Actor,
  today: Day,
  section: InboxSection,
  asked: unknown,
) {
  const waiting = await whatWaits(actor, today, section);
  const [first] = await listed(actor, waiting, { limit: 1, offset: 0, section });
  if (!first) return null;
  const { page, pages, ...place } = pageAt(countedOf(first.count).count, asked);
  const [part] = await partsOf(actor, today, waiting, { ...place, section });
  return part ? { ...part, page, pages } : null;
}

/** The next thing that waits for this person once they have done one of `from`, and how many wait in its section; null for none. */
export async function nextWaiting(actor: Actor, today: Day, from: InboxSection) {
  const parts = await inbox(actor, today, 1);
  const section = nextSection(
    parts.map((part) => part.section),
    from,
  );
  const part = parts.find((each) => each.section === section);
  const item = part?.items[0];
  return part && item ? { section: part.section, count: part.count, more: part.more, item } : null;
}

type Waiting = { entries: Entries[]; reports: AskedReports | null };

/** What the entries rest on; of one section, no levels where it holds none. */
async function whatWaits(actor: Actor, today: Day, section?: InboxSection): Promise<Waiting> {
  if (!isFor(actor.role, "task.view")) return { entries: [], reports: null };
  const [calendar, reports, levels] = await Promise.all([
    loadCalendar(database()),
    isUnitRole(actor) ? reportsAsked(actor.departmentId, today) : null,
    section && section !== "chased" ? [] : waitingLevels(actor, today),
  ]);
  const escalationIds = levels.map(({ id }) => id);
  const lateReleases = lateBefore(today, calendar);
  const entries = entriesFor(actor, { today, lateReleases, reports, escalationIds });
  return { entries, reports };
}

type Place = { limit: number; offset: number; section?: InboxSection };

async function partsOf(
  actor: Actor,
  today: Day,
  waiting: Waiting,
  place: Place,
): Promise<InboxPart[]> {
  const rows = await listed(actor, waiting, place);
  const itemOf = await loadItems(actor, today, rows);
  return inboxSections.flatMap((section) => {
    const own = rows.filter((row) => row.section === section);
    const [first] = own;
    if (!first) return [];
    const items = own.flatMap((row) => itemOf(row) ?? []);
    return { section, ...countedOf(first.count), items };
  });
}

/**
 * So many of each section, in its order, each with how many are found of the section: one more than are counted at the most. Of one
 * section alone where it is named. Two queries at once, of what somebody wrote and of all else.
 */
async function listed(
  actor: Actor,
  { entries, reports }: Waiting,
  { section, ...part }: Place,
): Promise<Listed[]> {
  const wanted = entries.filter((each) => !section || each.section === section);
  const written = wanted.filter((each) => isOfWriting(each.section));
  const others = wanted.filter((each) => !isOfWriting(each.section));
  const lists = await Promise.all([
    listOf(actor, written, reports ? sql`with ${decidableOf(actor)}` : sql``, part),
    listOf(actor, others, reports?.with ?? sql``, part),
  ]);
  return lists.flat();
}

/** One query, which puts nothing in order but what it lists. `before` are the tables that the entries name. */
async function listOf(
  actor: Actor,
  entries: readonly Entries[],
  before: SQL,
  { limit, offset }: Omit<Place, "section">,
): Promise<Listed[]> {
  if (entries.length === 0) return [];
  const shown = Math.max(0, Math.min(limit, mostCounted - offset));
  const lists = [...groupBy(entries, (each) => each.section)].map(([name, own]) => {
    const found = sql.join(
      own.map((each) => sql`(${select(actor, each)})`),
      sql` union all `,
    );
    return sql`(with found as materialized (${found})
      select ${name}::text as section, found.*, (select count(*) from found) as count
      from found order by ${inOrder} limit ${shown} offset ${offset})`;
  });
  const rows = await database().execute<Listed>(sql`${before}
    select section, task_id as "taskId", ref, least(count, ${mostCounted + 1})::int as count
    from (${sql.join(lists, sql` union all `)}) listed order by section, ${inOrder}`);
  return [...rows];
}

const inOrder = sql.raw(
  "is_own desc, rank, day nulls last, since nulls last, length(code), code, ref",
);

/** What comes first of these, no more than are counted: as an index has them, so that nothing beyond is read. */
function select(actor: Actor, { joins, ref, where, rank, day, since }: Entries): SQL {
  // Their own account is in use and of the lead unit: they still count as whom it names (`countsAs`).
  const isOwn = isUnitRole(actor)
    ? sql`coalesce(${tasks.handlerId} = ${actor.id} and ${tasks.leadDepartmentId} = ${actor.departmentId}, false)`
    : sql`false`;
  const order = [day, since, ref ?? sql`${tasks.code}`].filter((key) => key !== undefined);
  return sql`select ${tasks.id} as task_id, (${ref ?? tasks.code})::text as ref,
      ${isOwn} as is_own, ${rank ?? sql`0`} as rank, ${day ?? sql`null::date`} as day, ${since ?? sql`null::timestamptz`} as since,
      ${tasks.code} as code
    from ${tasks} ${joins ?? sql``} where ${and(isTrackedTask, where)}
    order by ${sql.join(order, sql`, `)} limit ${mostCounted + 1}`;
}
