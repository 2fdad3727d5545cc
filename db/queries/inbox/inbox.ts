import { and, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { type WaitingLevel, waitingLevels } from "@/db/queries/chasing/chasing";
import { reportsAsked } from "@/db/queries/submissions/reports-asked";
import { isTrackedTask } from "@/db/queries/tasks/acted-on";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type InboxItem,
  type InboxSection,
  inboxSections,
  nextSection,
  sectionLength,
} from "@/lib/domain/inbox";
import { pageAt } from "@/lib/domain/paging";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import { lateBefore } from "@/lib/domain/releases";
import { type Listed, loadItems } from "./items";
import { type Entries, entriesFor } from "./sections";

export type InboxPart = { section: InboxSection; count: number; items: InboxItem[] };

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
  const waiting = await whatWaits(actor, today);
  const [first] = await listed(actor, waiting.entries, { limit: 1, offset: 0, section });
  if (!first) return null;
  const { page, pages, ...place } = pageAt(first.count, asked);
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
  return part && item ? { section: part.section, count: part.count, item } : null;
}

type Waiting = { entries: Entries[]; levels: WaitingLevel[] };

async function whatWaits(actor: Actor, today: Day): Promise<Waiting> {
  if (!isFor(actor.role, "task.view")) return { entries: [], levels: [] };
  const [calendar, reports, levels] = await Promise.all([
    loadCalendar(database()),
    isUnitRole(actor) ? reportsAsked(actor.departmentId, today) : null,
    waitingLevels(actor, today),
  ]);
  const escalationIds = levels.map(({ id }) => id);
  const lateReleases = lateBefore(today, calendar);
  return { entries: entriesFor(actor, { today, lateReleases, reports, escalationIds }), levels };
}

type Place = { limit: number; offset: number; section?: InboxSection };

async function partsOf(
  actor: Actor,
  today: Day,
  { entries, levels }: Waiting,
  place: Place,
): Promise<InboxPart[]> {
  const rows = await listed(actor, entries, place);
  const itemOf = await loadItems(actor, today, rows, levels);
  return inboxSections.flatMap((section) => {
    const own = rows.filter((row) => row.section === section);
    const [first] = own;
    if (!first) return [];
    return { section, count: first.count, items: own.flatMap((row) => itemOf(row) ?? []) };
  });
}

/** So many of each section, in its order, each with how many the section has; of one section alone where it is named. One query. */
async function listed(
  actor: Actor,
  entries: readonly Entries[],
  { limit, offset, section }: Place,
): Promise<Listed[]> {
  const wanted = entries.filter(({ sections }) => !section || sections.includes(section));
  if (wanted.length === 0) return [];
  const all = sql.join(
    wanted.map((each) => select(actor, each)),
    sql` union all `,
  );
  const rows = await database().execute<Listed>(sql`
    select section, task_id as "taskId", ref, count from (
      select found.*, count(*) over (partition by section)::int as count,
        row_number() over (partition by section order by is_own desc, rank, day nulls last, since nulls last,
          plans.sort_order, place, length(code), code, ref) as position
      from (${all}) found join plans on plans.id = found.plan_id
      where ${section ? sql`section = ${section}` : sql`true`}
    ) placed where position > ${offset} and position <= ${offset + limit}
    order by section, position`);
  return [...rows];
}

const none = (type: string) => sql.raw(`null::${type}`);

function select(actor: Actor, entries: Entries): SQL {
  const { sections, section, joins, ref, where, rank, day, since } = entries;
  // Their own account is in use and of the lead unit: they still count as whom it names (`countsAs`).
  const isOwn = isUnitRole(actor)
    ? sql`coalesce(${tasks.handlerId} = ${actor.id} and ${tasks.leadDepartmentId} = ${actor.departmentId}, false)`
    : sql`false`;
  return sql`select ${section ?? sql`${sections[0]}::text`} as section, ${tasks.id} as task_id, ${ref ?? tasks.code} as ref,
      ${isOwn} as is_own, ${rank ?? sql`0`} as rank, ${day ?? none("date")} as day, ${since ?? none("timestamptz")} as since,
      ${tasks.planId} as plan_id, ${tasks.sortOrder} as place, ${tasks.code} as code
    from ${tasks} ${joins ?? sql``} where ${and(isTrackedTask, where)}`;
}
