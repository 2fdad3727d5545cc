import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import {
  chasedTask,
  head,
  morningOf,
  namesake,
  official,
  reportDue,
  staff,
  supervisor,
  waitingRelease,
} from "./chasing.fixture";
import { type ChasedTask, obligationsOf } from "./obligations";
import type { ReminderPolicy } from "./reminder-policy";
import { type Digest, digestsOf, type Reminder, remindersDue } from "./reminders";

const run = (tasks: ChasedTask[], now: Date, sent: Reminder[] = [], last?: Date) => {
  const obligations = tasks.flatMap((task) => obligationsOf(task, calendar));
  const lastAt = new Map(last && staff.map(({ id }) => [id, last]));
  return digestsOf(remindersDue(obligations, staff, { sent, lastAt }, now, calendar));
};
const of = (digests: Digest[], { id }: { id: string }) =>
  digests.find(({ userId }) => userId === id);

/** Daily runs at 09:00 from one day through another, but for the days on which the server is off. */
function runDaily(
  tasks: ChasedTask[],
  from: Day,
  through: Day,
  off: Day[] = [],
  person = official,
) {
  const sent: Reminder[] = [];
  const notified: string[] = [];
  for (let day = from; day <= through; day = addDays(day, 1)) {
    if (off.includes(day)) continue;
    const digest = of(run(tasks, morningOf(day), sent), person);
    if (digest)
      notified.push(`${day} ${digest.items.map(({ obligation }) => obligation).join(" ")}`);
    sent.push(...(digest?.items ?? []));
  }
  return notified;
}

test("a person is told everything of one run in one message, counted by what it is", () => {
  const tasks = [
    chasedTask({ reports: [reportDue("2024-06-26")] }),
    chasedTask({ id: "late", code: "AIR-02", dueOn: "2024-06-20" }),
  ];
  const digests = run(tasks, morningOf("2024-06-21"));
  expect(of(digests, official)).toMatchObject({
    taskId: null,
    params: { due: 2, report: 1, receipt: 0, decision: 0, late: 1, total: 3 },
  });
  expect(of(digests, namesake)?.items).toHaveLength(3);
  // A head hears of what is late only.
  expect(of(digests, head)).toMatchObject({ taskId: "late", params: { due: 1, total: 1 } });
  expect(digests).toHaveLength(3);
});

test("a rule reminds those it names; each hears by the latest of theirs; mail goes if one of them says so", () => {
  const rules = [
    { obligation: "due", when: "before", workdays: 7, to: ["handler"] },
    { obligation: "due", when: "before", workdays: 5, to: ["supervisor", "head"], byMail: false },
  ] satisfies ReminderPolicy["rules"];
  const policy = { rules, escalation: [], gapHours: 20 };
  const digests = run([chasedTask({ policy })], morningOf("2024-06-24"));
  const told = (person: { id: string }) => {
    const digest = of(digests, person);
    return [digest?.items[0]?.rule, digest?.byMail];
  };
  expect(told(official)).toEqual(["before:7", true]);
  expect(told(head)).toEqual(["before:5", false]);
  expect(told(supervisor)).toEqual(["before:5", false]);
});

test("what was sent is not sent again", () => {
  const tasks = [chasedTask()];
  const sent = run(tasks, morningOf("2024-06-19")).flatMap(({ items }) => items);
  expect(sent).toHaveLength(2);
  expect(run(tasks, morningOf("2024-06-20"), sent)).toEqual([]);
});

test("what comes within the gap waits, and is not lost", () => {
  const last = morningOf("2024-06-19");
  const at = (hours: number) => new Date(last.getTime() + hours * 3_600_000);
  expect(run([chasedTask()], at(19.9), [], last)).toEqual([]);
  expect(of(run([chasedTask()], at(20), [], last), official)).toMatchObject({ taskId: "task" });
});

test("over weeks: the days of the rules, holidays and weekends left out", () => {
  expect(
    runDaily([chasedTask({ reports: [reportDue("2024-07-05")] })], "2024-04-25", "2024-07-15"),
  ).toEqual([
    "2024-05-16 due:ecology:2024-04-01:2024-06-28",
    "2024-06-19 due:ecology:2024-04-01:2024-06-28",
    "2024-06-27 due:ecology:2024-04-01:2024-06-28",
    "2024-07-01 due:ecology:2024-04-01:2024-06-28",
    "2024-07-02 report:2024-07-05",
    "2024-07-08 report:2024-07-05",
    "2024-07-09 due:ecology:2024-04-01:2024-06-28",
    "2024-07-15 report:2024-07-05",
  ]);
});

test("a server that was off loses no reminder, and sends no burst", () => {
  const off = ["2024-06-19", "2024-06-27", "2024-06-28", "2024-06-29", "2024-06-30", "2024-07-01"];
  expect(runDaily([chasedTask()], "2024-06-11", "2024-07-05", off)).toEqual([
    "2024-06-11 due:ecology:2024-04-01:2024-06-28",
    "2024-06-20 due:ecology:2024-04-01:2024-06-28",
    "2024-07-02 due:ecology:2024-04-01:2024-06-28",
  ]);
});

test("a moved date is a new obligation; a closed or suspended task is none", () => {
  const sent = run([chasedTask()], morningOf("2024-06-27")).flatMap(({ items }) => items);
  const moved = chasedTask({ dueOn: "2024-07-30", movedAt: morningOf("2024-06-28") });
  expect(run([moved], morningOf("2024-07-18"), sent)).toEqual([]);
  expect(of(run([moved], morningOf("2024-07-19"), sent), official)?.items).toMatchObject([
    { obligation: "due:ecology:2024-06-28:2024-07-30", rule: "before:7" },
  ]);
  for (const status of ["completed", "suspended", "cancelled", "exempted"] as const)
    expect(run([chasedTask({ status })], morningOf("2024-07-01"))).toEqual([]);
});

test("a release check: five working days and one before its twenty end, then each week, by who may make it", () => {
  const tasks = [chasedTask({ status: "completed", toRelease: [waitingRelease()] })];
  const days = (person: typeof official) =>
    runDaily(tasks, "2024-06-12", "2024-07-26", [], person).map((line) => line.slice(0, 10));
  expect(days(supervisor)).toEqual([
    "2024-07-03",
    "2024-07-09",
    "2024-07-11",
    "2024-07-18",
    "2024-07-25",
  ]);
  expect(days(official)).toEqual([]);
  const own = chasedTask({ toRelease: [waitingRelease({ contributorIds: [supervisor.id] })] });
  expect(of(run([own], morningOf("2024-07-09")), supervisor)).toBeUndefined();
});
