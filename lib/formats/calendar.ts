import ical, { type ICalEventData, ICalEventStatus } from "ical-generator";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { addressOf, ownHost } from "@/lib/address";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { ChangeType, PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { dueTasks, findScope, type Scope } from "@/lib/public/scope";
import { siteWords } from "@/lib/site-words";
import { type Words, wordsIn } from "@/lib/words";
import { type Locale, nameIn } from "@/messages/locales";
import { cleanText } from "./markup";

/**
 * The open due days of a plan, a unit or everything as a calendar (RFC 5545), an all-day event each; a moved day moves
 * its event. Null if there is no such thing.
 */
export async function deadlineCalendar(
  scope: Scope,
  asOf: Day,
  locale: Locale,
): Promise<string | null> {
  const found = await findScope(scope, asOf);
  if (!found) return null;
  const [tasks, site] = await Promise.all([dueTasks(scope, asOf), siteWords(locale)]);
  const codes = tasks.map(({ code }) => code);
  const changes = await changesOfTasks(codes, asOf);
  return writeCalendar({ ...found, tasks, changes, site }, locale);
}

type Source = {
  name: string | null;
  nameEn?: string | null;
  tasks: readonly ListedTask[];
  changes: readonly PublicChange[];
  site: { name: string };
};

/** The same deadlines have the same bytes whenever they are asked for: nothing in it is the moment of asking. */
export function writeCalendar(
  { name, nameEn, tasks, changes, site }: Source,
  locale: Locale,
): string {
  const calendar = ical({
    // The library does not escape a line break here.
    name: cleanText(
      [site.name, name && nameIn(locale, name, nameEn)].filter(Boolean).join(" · "),
    ).replace(/\s+/g, " "),
    prodId: { company: ownHost(), product: "taizhang", language: locale === "en" ? "EN" : "ZH" },
  });
  const changesOf = groupBy(changes, ({ code }) => code);
  for (const task of tasks) {
    // What is done has no day to wait for; what was called off is said to be, to calendars that hold it.
    if (!task.isTracked || task.status === "completed") continue;
    const own = (changesOf.get(task.code) ?? []).filter(({ type }) => !dateless.includes(type));
    for (const event of eventsOf(task, own, locale)) calendar.createEvent(event);
  }
  return calendar.toString();
}

/** What is said of a task changes no date. */
const dateless: readonly ChangeType[] = ["report", "withdrawn", "answered"];

/** The due day and the first day of a window; `changes` are those of its register, newest first. */
function eventsOf(
  task: ListedTask,
  changes: readonly PublicChange[],
  locale: Locale,
): ICalEventData[] {
  const { say } = wordsIn(locale);
  const { code, status, deadline } = task;
  const title = nameIn(locale, task.title, task.titleEn);
  const { windowStart, dueOn } = deadline;
  const changedAt = new Date(changes[0]?.at ?? 0);
  const name = encodeURIComponent(code);
  const about = {
    sequence: Math.max(changes.length - 1, 0),
    stamp: changedAt,
    lastModified: changedAt,
    allDay: true,
    description: cleanText(descriptionOf(task, say, locale)),
    url: addressOf(`/tasks/${name}`, locale),
    status: statuses[status] ?? ICalEventStatus.CONFIRMED,
  };
  const on = (day: Day) => new Date(`${day}T00:00:00Z`);
  const titled = (key: string) => cleanText(say(`formats.calendar.${key}`, { title }));
  const events: ICalEventData[] = [];
  if (windowStart !== null && windowStart !== dueOn) {
    const id = `${name}.start@${ownHost()}`;
    events.push({ ...about, id, start: on(windowStart), summary: titled("start") });
  }
  if (dueOn !== null) {
    const id = `${name}@${ownHost()}`;
    events.push({ ...about, id, start: on(dueOn), summary: titled("due") });
  }
  return events;
}

const statuses: Partial<Record<ListedTask["status"], ICalEventStatus>> = {
  cancelled: ICalEventStatus.CANCELLED,
  exempted: ICalEventStatus.CANCELLED,
  suspended: ICalEventStatus.TENTATIVE,
};

function descriptionOf(task: ListedTask, say: Words["say"], locale: Locale): string {
  const lead =
    (task.lead && nameIn(locale, task.lead, task.leadEn)) ??
    task.ownerVerbatim ??
    say("owner.none");
  const lines = [say("formats.lead", { lead }), task.quote];
  if (task.isDemo) lines.push(say("site.demoTag"));
  return lines.join("\n");
}
