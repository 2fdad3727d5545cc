import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { groupBy } from "@/lib/domain/group-by";
import type { Matter } from "./obligations";
import { latestOccurrence } from "./occurrences";
import { listenersOf, type Staff } from "./recipients";
import { letterRules, type ReminderMatter, releaseRules, reminderMatters } from "./reminder-policy";

/** One line of the log: this rule reminded this person of this matter, the `occurrence`-th time. */
export type Reminder = {
  userId: string;
  taskId: string;
  matter: string;
  rule: string;
  occurrence: number;
};

/** What was sent already, and when each person last got a grouped reminder. */
export type ReminderLog = { sent: readonly Reminder[]; lastAt: ReadonlyMap<string, Date> };

/** Everything that one run tells one person, in one message. `taskId` is set when it is all about one task. */
export type Digest = {
  userId: string;
  taskId: string | null;
  /** How many of each type, how many of them are late, and how many in all. */
  params: Record<ReminderMatter | "late" | "total", number>;
  items: Reminder[];
};

type Item = Reminder & { type: ReminderMatter; isLate: boolean; gapHours: number };

/**
 * The grouped reminders to send at this instant. A matter waits, neither sent nor logged, while its person's last grouped
 * reminder is younger than the gap that its plan sets.
 */
export function digestsOf(
  matters: readonly Matter[],
  staff: Staff,
  log: ReminderLog,
  now: Date,
  calendar: WorkCalendar,
): Digest[] {
  const sent = new Set(log.sent.map(keyOf));
  const isFree = ({ userId, gapHours }: Item) =>
    hoursSince(log.lastAt.get(userId), now) >= gapHours;
  const items = matters
    .flatMap((matter) => itemsOf(matter, staff, dayIn(now), calendar))
    .filter((item) => !sent.has(keyOf(item)) && isFree(item));
  return [...groupBy(items, ({ userId }) => userId)].map(([userId, own]) => digestOf(userId, own));
}

function itemsOf(matter: Matter, staff: Staff, today: Day, calendar: WorkCalendar): Item[] {
  const { type, task } = matter;
  const { rules, gapHours } = task.policy;
  const allRules = [...rules, ...releaseRules, ...letterRules];
  const latest = latestOccurrence(allRules, matter, today, calendar);
  if (!latest) return [];
  const { rule, index, isLate } = latest;
  const item = {
    taskId: task.id,
    matter: matter.id,
    rule,
    occurrence: index,
    type,
    isLate,
    gapHours,
  };
  return listenersOf(matter, staff)
    .filter(({ lateOnly }) => isLate || !lateOnly)
    .map(({ userId }) => ({ ...item, userId }));
}

function digestOf(userId: string, items: Item[]): Digest {
  const count = (type: ReminderMatter) => items.filter((item) => item.type === type).length;
  const counts = Object.fromEntries(reminderMatters.map((type) => [type, count(type)])) as Record<
    ReminderMatter,
    number
  >;
  const taskIds = new Set(items.map(({ taskId }) => taskId));
  return {
    userId,
    taskId: taskIds.size === 1 ? (items[0]?.taskId ?? null) : null,
    params: { ...counts, late: items.filter(({ isLate }) => isLate).length, total: items.length },
    items: items.map(({ type, isLate, gapHours, ...reminder }) => reminder),
  };
}

function keyOf({ userId, taskId, matter, rule, occurrence }: Reminder): string {
  return [userId, taskId, matter, rule, occurrence].join(" ");
}

function hoursSince(at: Date | undefined, now: Date): number {
  return at ? (now.getTime() - at.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
}
