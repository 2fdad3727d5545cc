import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import {
  chasedTask,
  morningOf,
  reportDue,
  staff,
  waitingDecision,
  waitingRelease,
} from "./chasing.fixture";
import { type ChasedTask, obligationsOf } from "./obligations";
import { planObligationTypes, type ReminderPolicy } from "./reminder-policy";
import { digestsOf, type Reminder, remindersDue } from "./reminders";

const start = "2024-06-03";
const day = fc.integer({ min: -30, max: 30 }).map((days) => addDays(start, days));

const rule: fc.Arbitrary<ReminderPolicy["rules"][number]> = fc.record(
  {
    obligation: fc.constantFrom(...planObligationTypes),
    when: fc.constantFrom("before" as const, "after" as const),
    workdays: fc.integer({ min: 0, max: 20 }),
    every: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ["obligation", "when", "workdays"] },
);

const task: fc.Arbitrary<ChasedTask> = fc
  .record({
    id: fc.constantFrom("a", "b", "c"),
    status: fc.constantFrom("assigned" as const, "active" as const, "suspended" as const),
    dueOn: fc.option(day),
    reports: fc.uniqueArray(day.map(reportDue), { selector: ({ dueOn }) => dueOn, maxLength: 3 }),
    movedAt: fc.option(day.map(morningOf)),
    inReview: fc.constantFrom([], [waitingDecision()]),
    toRelease: fc.constantFrom([], [waitingRelease()]),
    rules: fc.array(rule, { maxLength: 6 }),
  })
  .map(({ rules, ...changes }) =>
    chasedTask({ ...changes, policy: { rules, escalation: [], gapHours: 20 } }),
  );

/** Hours between runs: the worker's hour, a doubled run, or a server that was off for days. */
const pause = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 300 }));
const runs = fc.array(
  fc.record({ pause, tasks: fc.uniqueArray(task, { selector: ({ id }) => id, maxLength: 3 }) }),
  { minLength: 2, maxLength: 15 },
);

test("whatever happens, nobody gets two messages within the gap, and nothing twice", () => {
  fc.assert(
    fc.property(runs, (history) => {
      const sent: Reminder[] = [];
      const lastAt = new Map<string, Date>();
      let now = morningOf(start);
      for (const { pause: hours, tasks } of history) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const obligations = tasks.flatMap((each) => obligationsOf(each, calendar));
        for (const digest of digestsOf(
          remindersDue(obligations, staff, { sent, lastAt }, now, calendar),
        )) {
          const last = lastAt.get(digest.userId);
          expect(
            last ? now.getTime() - last.getTime() : Number.POSITIVE_INFINITY,
          ).toBeGreaterThanOrEqual(20 * 3_600_000);
          expect(digest.items.length).toBe(digest.params.total);
          lastAt.set(digest.userId, now);
          sent.push(...digest.items);
        }
      }
      const lines = sent.map((reminder) => JSON.stringify(reminder));
      expect(new Set(lines).size).toBe(lines.length);
    }),
  );
});

test("a run is repeatable: with its own digests logged, the same instant sends nothing", () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 3 }), day, (tasks, today) => {
      const unique = [...new Map(tasks.map((each) => [each.id, each])).values()];
      const obligations = unique.flatMap((each) => obligationsOf(each, calendar));
      const now = morningOf(today);
      const first = digestsOf(
        remindersDue(obligations, staff, { sent: [], lastAt: new Map() }, now, calendar),
      );
      const sent = first.flatMap(({ items }) => items);
      expect(
        digestsOf(remindersDue(obligations, staff, { sent, lastAt: new Map() }, now, calendar)),
      ).toEqual([]);
    }),
  );
});
