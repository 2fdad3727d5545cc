import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { type HealthFacts, healthOf } from "@/lib/domain/tasks/health";
import { publicHealthOf } from "./public-health";

const said = { percent: null, lastAt: null, anyDemo: false };
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);

function facts(
  code: string,
  parentCode: string | null,
  more: Partial<HealthFacts> = {},
): HealthFacts {
  return {
    ...{ code, parentCode, splitById: null, kind: "subtask", status: "active" },
    receivedAt: at("2024-01-01"),
    ...{ completedOn: null, reportSent: null, extensionAskedOn: null, suspendedOn: null },
    ...{
      closedOn: null,
      windowStart: "2024-01-01",
      dueOn: "2024-12-31",
      baselineDueOn: "2024-12-31",
    },
    ...{ stops: [], cycle: "none", reportDay: null, isDemo: false },
    ...{ dueSoonDays: 7, behindPoints: 10, farBehindPoints: 30 },
    ...{ approved: said, reported: [], released: { ...said, evidenceCount: 0 } },
    ...{ waiting: 0, isCompletionWaiting: false },
    ...more,
  };
}

const reported = (percent: number, released: number | null = percent): Partial<HealthFacts> => ({
  approved: { percent, lastAt: at("2024-06-20"), anyDemo: false },
  released: {
    percent: released,
    lastAt: released === null ? null : at("2024-04-20"),
    ...{ anyDemo: false, evidenceCount: 0 },
  },
  waiting: released === percent ? 0 : 1,
});

function both(nodes: HealthFacts[], code: string, day = "2024-07-01") {
  const inside = healthOf(nodes, calendar, day).get(code);
  const outside = publicHealthOf(nodes, calendar, day).get(code);
  if (!inside || !outside) throw new Error(`${code} has no health`);
  return { inside, outside };
}

const told = ({
  percent,
  light,
  reason,
  daysLate,
  unreported,
}: ReturnType<typeof both>["inside"]) => ({
  ...{ percent, light, reason, daysLate, unreported },
});

test("a task that is split keeps its number on both sides until its parts report, and shows their delay on both", () => {
  const parts = [
    facts("M", null, reported(48)),
    facts("M.1", "M", { splitById: "unit", dueOn: "2024-06-20" }),
    facts("M.2", "M", { splitById: "unit" }),
  ];
  const { inside, outside } = both(parts, "M");
  expect(told(outside)).toEqual(told(inside));
  expect(told(inside)).toEqual({
    ...{ percent: 48, light: "red", reason: "children_behind", daysLate: 0, unreported: 2 },
  });
  expect(told(both(parts, "M.1").outside)).toMatchObject({ light: "red", daysLate: 11 });
});

test("a report that waits for its release check is said to wait, and its delay is not the unit's", () => {
  const { inside, outside } = both([facts("1", null, reported(50, 24))], "1");
  expect(told(inside)).toMatchObject({ percent: 50, light: "green", reason: "on_track" });
  expect(told(outside)).toMatchObject({ percent: 24, light: "green", reason: "on_track" });
  expect(outside).toMatchObject({
    ...{ waiting: 1, isPercentCurrent: false },
    ...{ lastPublishedOn: "2024-04-20", lastApprovedOn: "2024-06-20" },
  });
});

test("what waits below a task is told of it too", () => {
  const nodes = [facts("M", null), facts("M.1", "M", reported(50, 24))];
  expect(both(nodes, "M").outside).toMatchObject({ waiting: 1, isPercentCurrent: false });
});

test("done and 100 are shown together, and not before the completion is released", () => {
  const done = { status: "completed", completedOn: "2024-06-20" } as const;
  const waiting = facts("1", null, { ...reported(100, 40), ...done, isCompletionWaiting: true });
  const { inside, outside } = both([waiting], "1");
  expect(told(inside)).toMatchObject({ percent: 100, light: "blue", reason: "completed" });
  expect(told(outside)).toMatchObject({
    ...{ percent: 40, light: "green", reason: "completion_in_review", daysLate: 0 },
  });
  const late = both([{ ...waiting, dueOn: "2024-06-18" }], "1").outside;
  expect(told(late)).toMatchObject({ light: "red", reason: "overdue", daysLate: 2 });

  const withheld = facts("1", null, { ...reported(100, 40), ...done, waiting: 0 });
  expect(told(both([withheld], "1").outside)).toMatchObject({ percent: 100, light: "blue" });
});
