import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { groupBy } from "@/lib/domain/group-by";
import type { Staff } from "@/lib/domain/people/staff";
import type { Obligation } from "./obligations";
import { recipientsOf } from "./recipients";
import { latestOccurrence } from "./reminder-days";
import { letterRules, type ObligationType, obligationTypes, releaseRules } from "./reminder-policy";

/** One line of the log: this rule reminded this person of this obligation, the `occurrence`-th time. */
export type Reminder = {
  userId: string;
  taskId: string;
  obligation: string;
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
  params: Record<ObligationType | "late" | "total", number>;
  items: Reminder[];
};

type Item = Reminder & { type: ObligationType; isLate: boolean; gapHours: number };

/**
 * The grouped reminders to send at this instant. An obligation waits, neither sent nor logged, while its person's last grouped
 * reminder is younger than the gap that its plan sets.
 */
export function digestsOf(
  obligations: readonly Obligation[],
  staff: Staff,
  log: ReminderLog,
  now: Date,
  calendar: WorkCalendar,
): Digest[] {
  const sent = new Set(log.sent.map(keyOf));
  const isFree = ({ userId, gapHours }: Item) =>
    hoursSince(log.lastAt.get(userId), now) >= gapHours;
  const items = obligations
    .flatMap((obligation) => itemsOf(obligation, staff, dayIn(now), calendar))
    .filter((item) => !sent.has(keyOf(item)) && isFree(item));
  return [...groupBy(items, ({ userId }) => userId)].map(([userId, own]) => digestOf(userId, own));
}

function itemsOf(obligation: Obligation, staff: Staff, today: Day, calendar: WorkCalendar): Item[] {
  const { type, task } = obligation;
  const { rules, gapHours } = task.policy;
  const allRules = [...rules, ...releaseRules, ...letterRules];
  const latest = latestOccurrence(allRules, obligation, today, calendar);
  if (!latest) return [];
  const { rule, index, isLate } = latest;
  const item = {
    taskId: task.id,
    obligation: obligation.id,
    rule,
    occurrence: index,
    type,
    isLate,
    gapHours,
  };
  return recipientsOf(obligation, staff)
    .filter(({ lateOnly }) => isLate || !lateOnly)
    .map(({ userId }) => ({ ...item, userId }));
}

function digestOf(userId: string, items: Item[]): Digest {
  const count = (type: ObligationType) => items.filter((item) => item.type === type).length;
  const counts = Object.fromEntries(obligationTypes.map((type) => [type, count(type)])) as Record<
    ObligationType,
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

function keyOf({ userId, taskId, obligation, rule, occurrence }: Reminder): string {
  return [userId, taskId, obligation, rule, occurrence].join(" ");
}

function hoursSince(at: Date | undefined, now: Date): number {
  return at ? (now.getTime() - at.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
}
