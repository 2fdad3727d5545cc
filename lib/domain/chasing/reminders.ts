import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { groupBy } from "@/lib/domain/group-by";
import type { Staff } from "@/lib/domain/people/staff";
import type { Obligation } from "./obligations";
import { recipientsOf } from "./recipients";
import { lastOccurrence, latestOf } from "./reminder-days";
import {
  letterRules,
  type ObligationType,
  obligationTypes,
  type ReminderRule,
  releaseRules,
  wholeRule,
} from "./reminder-policy";

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

/**
 * Everything that one run tells one person, in one message. `taskId` is set when it is all about one task; it goes by mail
 * too, if a rule in it does.
 */
export type Digest = {
  userId: string;
  taskId: string | null;
  byMail: boolean;
  /** How many of each type, how many of them are late, and how many in all. */
  params: Record<ObligationType | "late" | "total", number>;
  items: Reminder[];
};

/** A line that is to be sent now, with what its message says of it. */
export type DueReminder = Reminder & {
  type: ObligationType;
  isLate: boolean;
  byMail: boolean;
  gapHours: number;
};

/**
 * What of these obligations is to be told at this instant, to whom. One waits, neither sent nor logged, while its person's last
 * grouped reminder is younger than the gap that its plan sets.
 */
export function remindersDue(
  obligations: readonly Obligation[],
  staff: Staff,
  log: ReminderLog,
  now: Date,
  calendar: WorkCalendar,
): DueReminder[] {
  const sent = new Set(log.sent.map(keyOf));
  const isFree = ({ userId, gapHours }: DueReminder) =>
    hoursSince(log.lastAt.get(userId), now) >= gapHours;
  return obligations
    .flatMap((obligation) => itemsOf(obligation, staff, dayIn(now), calendar))
    .filter((item) => !sent.has(keyOf(item)) && isFree(item));
}

/** The grouped reminders of one run, a message a person. */
export function digestsOf(items: readonly DueReminder[]): Digest[] {
  return [...groupBy(items, ({ userId }) => userId)].map(([userId, own]) => digestOf(userId, own));
}

/** Each person hears by the latest of the rules that speak to them. */
function itemsOf(
  obligation: Obligation,
  staff: Staff,
  today: Day,
  calendar: WorkCalendar,
): DueReminder[] {
  const { type, task } = obligation;
  const { rules, gapHours } = task.policy;
  const come = [...rules, ...releaseRules, ...letterRules].flatMap((rule) => {
    const occurrence = lastOccurrence(rule, obligation, today, calendar);
    return occurrence ? [{ ...occurrence, ...audienceOf(rule) }] : [];
  });
  const people = new Map(
    [...new Set(come.flatMap(({ to }) => to))].map((audience) => [
      audience,
      recipientsOf(obligation, [audience], staff),
    ]),
  );
  const told = new Map<string, typeof come>();
  for (const each of come)
    for (const { id } of each.to.flatMap((audience) => people.get(audience) ?? []))
      told.set(id, [...(told.get(id) ?? []), each]);
  return [...told].flatMap(([userId, occurrences]) => {
    const latest = latestOf(occurrences);
    if (!latest) return [];
    const { rule, index: occurrence, isLate, byMail } = latest;
    const said = { taskId: task.id, obligation: obligation.id, rule, occurrence };
    return [{ userId, ...said, type, isLate, byMail, gapHours }];
  });
}

function audienceOf(rule: ReminderRule) {
  const { to, byMail } = wholeRule(rule);
  return { to, byMail };
}

function digestOf(userId: string, items: DueReminder[]): Digest {
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
    byMail: items.some(({ byMail }) => byMail),
    items: items.map(({ type, isLate, byMail, gapHours, ...reminder }) => reminder),
  };
}

function keyOf({ userId, taskId, obligation, rule, occurrence }: Reminder): string {
  return [userId, taskId, obligation, rule, occurrence].join(" ");
}

function hoursSince(at: Date | undefined, now: Date): number {
  return at ? (now.getTime() - at.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
}
