import { describe, expect, it, test } from "vitest";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { latestOccurrence } from "./reminder-days";
import { defaultReminderPolicy, type ObligationType, type ReminderRule } from "./reminder-policy";

const { rules } = defaultReminderPolicy;

/** Every day on which something new comes round, as "day rule index". */
function daysOf(
  obligation: { type: ObligationType; since: Day; dueOn: Day },
  through: Day,
  by: ReminderRule[] = rules,
): string[] {
  const found: string[] = [];
  for (let today = obligation.since; today <= through; today = addDays(today, 1)) {
    const latest = latestOccurrence(by, obligation, today, calendar);
    const line = latest && `${today} ${latest.rule} ${latest.index}`;
    if (latest && latest.day === today && line) found.push(line);
  }
  return found;
}

test("a due day: 30, 7 and 1 working days ahead, then 1 and 7 late, then every 30", () => {
  // 端午 2024-06-10; 五一 2024-05-01 to 05-05 with 04-28 and 05-11 worked instead; 中秋 and 国庆 in the autumn.
  const obligation = { type: "due", since: "2024-04-01", dueOn: "2024-06-28" } as const;
  expect(daysOf(obligation, "2024-10-31")).toEqual([
    "2024-05-16 before:30 0",
    "2024-06-19 before:7 0",
    "2024-06-27 before:1 0",
    "2024-07-01 after:1 0",
    "2024-07-09 after:7+30 0",
    "2024-08-20 after:7+30 1",
    "2024-10-08 after:7+30 2",
  ]);
});

test("a rule may count calendar days, weekends and holidays with them", () => {
  const obligation = { type: "due", since: "2024-04-01", dueOn: "2024-06-28" } as const;
  const by: ReminderRule[] = [
    { obligation: "due", when: "before", workdays: 7, counts: "days" },
    { obligation: "due", when: "after", workdays: 1, every: 10, counts: "days" },
  ];
  expect(daysOf(obligation, "2024-07-15", by)).toEqual([
    "2024-06-21 before:7d 0",
    "2024-06-29 after:1+10d 0",
    "2024-07-09 after:1+10d 1",
  ]);
});

test("a rule that is off never comes round", () => {
  const obligation = { type: "due", since: "2024-04-01", dueOn: "2024-06-28" } as const;
  const by = rules.map((rule) => ({ ...rule, isOn: rule.when === "after" }));
  expect(daysOf(obligation, "2024-07-05", by)).toEqual(["2024-07-01 after:1 0"]);
});

test("a decision: a day ahead, then the day after and every third", () => {
  const obligation = { type: "decision", since: "2024-06-17", dueOn: "2024-06-19" } as const;
  expect(daysOf(obligation, "2024-06-28")).toEqual([
    "2024-06-18 before:1 0",
    "2024-06-20 after:1+3 0",
    "2024-06-25 after:1+3 1",
    "2024-06-28 after:1+3 2",
  ]);
});

describe("a run that was missed", () => {
  const obligation = { type: "due", since: "2024-04-01", dueOn: "2024-06-28" } as const;
  const onDay = (today: Day) => latestOccurrence(rules, obligation, today, calendar);

  it("is made up for by the latest reminder alone", () => {
    expect(onDay("2024-06-25")).toMatchObject({ rule: "before:7", day: "2024-06-19" });
    expect(onDay("2024-09-30")).toMatchObject({ rule: "after:7+30", index: 1, isLate: true });
  });

  it("still reminds ahead on the due day and over the weekend after it", () => {
    expect(onDay("2024-06-30")).toMatchObject({ rule: "before:1", isLate: false });
  });
});

describe("an obligation younger than a rule's day", () => {
  it("is not reminded of what lies before it", () => {
    const obligation = { type: "due", since: "2024-06-20", dueOn: "2024-06-28" } as const;
    expect(latestOccurrence(rules, obligation, "2024-06-20", calendar)).toBeNull();
    expect(daysOf(obligation, "2024-06-28")).toEqual(["2024-06-27 before:1 0"]);
  });

  it("is reminded of at once when it is late from the start", () => {
    const obligation = { type: "due", since: "2024-06-12", dueOn: "2024-03-25" } as const;
    expect(latestOccurrence(rules, obligation, "2024-06-12", calendar)).toMatchObject({
      rule: "after:7+30",
      index: 1,
    });
  });
});

test("a rule before the day may repeat too, and ends on the day", () => {
  const weekly: ReminderRule[] = [{ obligation: "due", when: "before", workdays: 10, every: 5 }];
  const obligation = { type: "due", since: "2024-06-01", dueOn: "2024-06-28" } as const;
  expect(daysOf(obligation, "2024-07-31", weekly)).toEqual([
    "2024-06-14 before:10+5 0",
    "2024-06-21 before:10+5 1",
    "2024-06-28 before:10+5 2",
  ]);
});

test("rules of other obligations say nothing", () => {
  const obligation = { type: "receipt", since: "2024-06-01", dueOn: "2024-06-28" } as const;
  expect(daysOf(obligation, "2024-06-30")).toEqual([]);
});
