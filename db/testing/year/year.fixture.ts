import { isNull, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { remindEverybody } from "@/db/mutations/chasing/remind";
import { tellOfGaps } from "@/db/mutations/gaps/notices";
import { announce } from "@/db/mutations/notifications/announce";
import { rememberStale } from "@/db/mutations/remember-health";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { type InboxPart, inbox } from "@/db/queries/inbox/inbox";
import { outbox } from "@/db/schema/notifications";
import { readCast } from "@/db/seed/demo-reads";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { type WorkCalendar, workdaysBetween } from "@/lib/domain/calendar/work-days";
import { countToDo, isToBeSeen } from "@/lib/domain/inbox";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused } from "@/lib/domain/refusals";
import { actOn, type Entry, send } from "./acts.fixture";
import { lateForAnother, wishOf } from "./begin.fixture";
import { type Draw, drawBy } from "./draw.fixture";

/** What a simulated year found, in words, and how much was done in it. */
export type Year = {
  draw: Draw;
  calendar: WorkCalendar;
  people: Actor[];
  /** Until when somebody is away. */
  away: Map<string, Day>;
  /** Until when nobody writes the reports of a task. */
  neglected: Map<string, Day>;
  /** Since when an entry has waited for a person. */
  waiting: Map<string, Day>;
  faults: string[];
  done: Map<string, number>;
};

const mostWaiting = 40;
/** What came within the last three working days may still be anybody's. */
const freshWorkdays = 3;
const inboxLength = 500;
/** Once in so many days somebody of a unit asks for something unasked. */
const wishDays = 12;
/** One report of so many is left unwritten for some weeks. */
const neglectOf = 15;

/** A unit that leads a task or takes part in one, and has nobody who writes or signs for it, gets both. */
export async function staffEveryUnit(superuser: Database): Promise<void> {
  await superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into users (username, display_name, role, role_granted_by_id, department_id, password_hash, is_demo, created_at)
      select d.code || '-year-' || wanted.role, d.code || ' ' || wanted.role, wanted.role::role,
        (select id from users where role = 'security_admin' limit 1), d.id, 'none', true, '2024-06-01'
      from departments d cross join (values ('official'), ('head')) wanted (role)
      where exists (select from tasks t where t.lead_department_id = d.id
          or exists (select from task_cooperators c where c.task_id = t.id and c.department_id = d.id))
        and not exists (select from users u where u.department_id = d.id and u.role = wanted.role::role)`);
  });
}

export async function beginYear(seed: number): Promise<Year> {
  const cast = [...(await readCast()).values()];
  const calendar = await loadCalendar(database());
  const [away, neglected, waiting, done] = [new Map(), new Map(), new Map(), new Map()];
  return { draw: drawBy(seed), calendar, people: cast, away, neglected, waiting, faults: [], done };
}

/** One working day: the clock's work, then everybody looks at what waits, and who is there does about half of it. */
export async function liveDay(year: Year, day: Day): Promise<void> {
  await runClock(new Date(`${day}T08:30:00+08:00`));
  let second = 0;
  const at = () => {
    second += 1;
    return new Date(Date.parse(`${day}T09:00:00+08:00`) + 1000 * second);
  };
  for (const actor of shuffled(year)) {
    const entries = await look(year, actor, day);
    if (!isAway(year, actor, day)) await workOff(year, actor, entries, day, at);
  }
  await runClock(new Date(`${day}T19:00:00+08:00`));
  for (const late of await lateForAnother(day)) fault(year, late);
}

async function runClock(now: Date): Promise<void> {
  await rememberStale(now);
  await remindEverybody(now);
  await tellOfGaps(now);
  const waiting = await database()
    .select({ id: outbox.id })
    .from(outbox)
    .where(isNull(outbox.announcedAt))
    .orderBy(outbox.createdAt);
  for (const { id } of waiting) await announce(id, now);
}

async function workOff(
  year: Year,
  actor: Actor,
  entries: Entry[],
  day: Day,
  at: () => Date,
): Promise<void> {
  for (const entry of entries.filter((each) => isActedOn(year, each))) {
    if (isNeglected(year, entry, day)) continue;
    const refusal = await refusalTo(year, actor, entry, at());
    if (refusal === null) count(year, entry.section);
    else if (refusal === "gaps_made") count(year, `${entry.section} left`);
    // What somebody else did meanwhile is gone; what is still there must go.
    else if (await isStillThere(actor, entry, day)) {
      const again = await refusalTo(year, actor, await freshly(actor, entry, day), at());
      const which = `${day} ${nameOf(actor)}: ${entry.section} ${entry.item.task.code}`;
      if (again !== null) fault(year, `${which} refused with ${again}`);
    }
  }
  if (year.draw(wishDays) === 0) await askOfItself(year, actor, entries, day, at());
}

/** Half of what is to be done, and a look now and then at what is in review. */
const isActedOn = ({ draw }: Year, { section }: Entry) =>
  section === "in_review" ? draw(20) === 0 : !isToBeSeen(section) && draw(2) > 0;

/** What is sent unasked may be refused: it is drawn without a look at whether it is possible. */
async function askOfItself(year: Year, actor: Actor, entries: Entry[], day: Day, now: Date) {
  const others = year.people.map(({ departmentId }) => departmentId);
  const wish = wishOf(entries, others, day, year.draw);
  if (!wish) return;
  const refusal = await refusalOf(() => send(actor, wish, year.draw, now));
  count(year, refusal === null ? wish.kind : `${wish.kind} refused`);
}

/** Now and then a unit leaves the reports of a task unwritten for some weeks: some come late, some never. */
function isNeglected({ draw, neglected }: Year, { section, item }: Entry, day: Day): boolean {
  if (section !== "to_report") return false;
  const until = neglected.get(item.task.code);
  if (until !== undefined && day < until) return true;
  neglected.delete(item.task.code);
  if (draw(neglectOf) > 0) return false;
  neglected.set(item.task.code, addDays(day, 5 + draw(40)));
  return true;
}

const refusalTo = (year: Year, actor: Actor, entry: Entry, now: Date) =>
  refusalOf(() => actOn(actor, entry, year.draw, now));

async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

async function entriesOf(actor: Actor, day: Day): Promise<Entry[]> {
  return listed(await inbox(actor, day, inboxLength));
}

const listed = (parts: InboxPart[]): Entry[] =>
  parts.flatMap(({ section, items }) => items.map((item) => ({ section, item })));

const isSame = (one: Entry, other: Entry) =>
  one.section === other.section && one.item.id === other.item.id;

async function isStillThere(actor: Actor, entry: Entry, day: Day): Promise<boolean> {
  return (await entriesOf(actor, day)).some((each) => isSame(each, entry));
}

async function freshly(actor: Actor, entry: Entry, day: Day): Promise<Entry> {
  return (await entriesOf(actor, day)).find((each) => isSame(each, entry)) ?? entry;
}

/** What is in an inbox, and whether it is true: a count is its list, nothing stands in it twice, nobody who works drowns. */
async function look(year: Year, actor: Actor, day: Day): Promise<Entry[]> {
  const parts = await inbox(actor, day, inboxLength);
  const entries = listed(parts);
  const say = (what: string) => fault(year, `${day} ${nameOf(actor)}: ${what}`);
  for (const { section, count: said, items } of parts) {
    if (said !== items.length) say(`${section} says ${said}`);
    const ids = new Set(items.map(({ id }) => id));
    if (ids.size !== items.length) say(`${section} twice`);
  }
  const toDo = entries.filter(({ section }) => !isToBeSeen(section));
  if (countToDo(parts).count !== toDo.length) say("the total");
  const keys = new Set(toDo.map((entry) => keyOf(actor, entry)));
  for (const key of [...year.waiting.keys()])
    if (key.startsWith(actor.id) && !keys.has(key)) year.waiting.delete(key);
  for (const key of keys) if (!year.waiting.has(key)) year.waiting.set(key, day);
  const waits = (key: string) => workdaysBetween(year.waiting.get(key) ?? day, day, year.calendar);
  const old = [...keys].filter((key) => waits(key) >= freshWorkdays);
  if (old.length > mostWaiting && !year.away.has(actor.id)) say(`${old.length} entries wait`);
  return entries;
}

const keyOf = (actor: Actor, { section, item }: Entry) => `${actor.id} ${section} ${item.id}`;
const nameOf = ({ role, departmentName }: Actor) => `${role} of ${departmentName}`;

/** Said at once, so that who watches a year need not wait for its end. */
function fault(year: Year, what: string): void {
  year.faults.push(what);
  console.log(what);
}

/** Now and then somebody is away for some days, longer than a week now and then. */
function isAway({ draw, away }: Year, actor: Actor, day: Day): boolean {
  const until = away.get(actor.id);
  if (until !== undefined && day < until) return true;
  away.delete(actor.id);
  if (draw(25) > 0) return false;
  away.set(actor.id, addDays(day, 1 + draw(10)));
  return true;
}

function shuffled({ draw, people }: Year): Actor[] {
  return people
    .map((actor) => ({ actor, place: draw(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ actor }) => actor);
}

function count({ done }: Year, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

/** What was raised about one thing more than once, and what was raised and told nobody: none of either. */
export async function faultsOfEscalations(): Promise<string[]> {
  const rows = await database().execute<{ said: string }>(sql`
    select 'raised twice: ' || task_id || ' ' || obligation || ' ' || level as said
      from escalations group by task_id, obligation, level having count(*) > 1
    union all
    select 'told nobody: ' || t.code || ' ' || e.obligation || ' ' || e.level from escalations e join tasks t on t.id = e.task_id
      where e.raised_at > '2024-06-13' and not exists (select from notifications n
        where n.task_id = e.task_id and n.sentence in ('escalation_reminded', 'escalation_raised', 'escalation_unheard') and n.created_at >= e.raised_at - interval '1 minute')`);
  return [...rows].map(({ said }) => said);
}
