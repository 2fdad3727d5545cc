import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { randomRuns } from "@/lib/domain/random.fixture";
import { type HealthFacts, healthOf } from "@/lib/domain/tasks/health";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { type HealthSpan, healthSpans, type Registered } from "./health-spans";
import { publicHealthOf } from "./public-health";

const from = "2024-03-01";
const near = (days: number) => fc.integer({ min: -60, max: days }).map((n) => addDays(from, n));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const said = (day: fc.Arbitrary<Day>) =>
  fc.record({
    percent: maybe(fc.integer({ min: 0, max: 100 })),
    lastAt: maybe(day.map((each) => new Date(`${each}T09:00:00+08:00`))),
    anyDemo: fc.boolean(),
  });

const anyTask = fc.record({
  up: fc.nat(),
  status: fc.constantFrom(...taskStatuses),
  receivedOn: maybe(near(0)),
  dueOn: maybe(near(200)),
  windowStart: maybe(near(20)),
  sent: maybe(near(0)),
  isCompletion: fc.boolean(),
  askedOn: maybe(near(0)),
  cycle: fc.constantFrom(...reportingCycles),
  approved: said(near(0)),
  released: said(near(0)),
  isCompletionWaiting: fc.boolean(),
});

type Any = typeof anyTask extends fc.Arbitrary<infer Value> ? Value : never;

function factsOf(any: Any, index: number): HealthFacts & Registered {
  const { up, receivedOn, dueOn, sent, askedOn, status } = any;
  const stopped = (wanted: boolean) => (wanted ? addDays(from, -5) : null);
  return {
    ...{ ...any, code: `${index}`, parentCode: index === 0 ? null : `${up % index}` },
    ...{ kind: "subtask", splitById: null, baselineDueOn: dueOn, isDemo: false },
    receivedAt: receivedOn === null ? null : new Date(`${receivedOn}T10:00:00+08:00`),
    completedOn: stopped(status === "completed"),
    suspendedOn: stopped(status === "suspended"),
    closedOn: stopped(status === "cancelled" || status === "exempted"),
    reportSent:
      sent === null
        ? null
        : {
            kind: any.isCompletion ? "completion" : "progress",
            sentOn: sent,
            period: { start: addDays(sent, -30), end: sent },
          },
    extensionAskedOn: askedOn && dueOn && askedOn <= dueOn ? askedOn : null,
    ...{ leadId: null, cooperatingIds: [] },
    ...{ stops: [], reportDay: null, reported: [], waiting: 0 },
    released: { ...any.released, evidenceCount: 0 },
    ...{ dueSoonDays: 7, behindPoints: 10, farBehindPoints: 30 },
  };
}

const onDay = (spans: HealthSpan[] | undefined, day: Day) =>
  spans?.find((span) => span.from <= day && (span.until === null || day < span.until));

test("what is kept for the days to come is what the rule says on each of them", () => {
  fc.assert(
    fc.property(fc.array(anyTask, { minLength: 1, maxLength: 6 }), fc.nat(700), (any, offset) => {
      const facts = any.map(factsOf);
      const day = addDays(from, offset);
      const spans = healthSpans(facts, calendar, from);
      const [inside, outside] = [
        healthOf(facts, calendar, day),
        publicHealthOf(facts, calendar, day),
      ];
      for (const { code } of facts) {
        const [own, shown] = [inside.get(code), outside.get(code)];
        expect(onDay(spans.get(code), day)).toMatchObject({
          light: own?.light,
          percent: own?.percent,
          isOwed: own?.owed !== null,
          publicLight: shown?.light,
          publicPercent: shown?.percent,
          publicIsOverdue: shown?.own.reason === "overdue",
        });
      }
    }),
    randomRuns(200),
  );
});
