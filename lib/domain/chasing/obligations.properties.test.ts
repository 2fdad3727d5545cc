import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { type Period, reportingCycles, reportsAsked } from "@/lib/domain/calendar/periods";
import { workdaysBetween } from "@/lib/domain/calendar/work-days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { chasedTask } from "./chasing.fixture";
import { levelsToRaise, type Raised } from "./escalation-policy";
import { obligationsOf } from "./obligations";
import type { EscalationLevel } from "./reminder-policy";

// A year of a task on which a unit reports in time, late, much later, or never: each period is one obligation, which climbs by
// its own days and is over once.

const startedOn = "2024-01-03";
const days = 366;
/** After how many days from its opening each period is reported; null never. */
const lateness = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
const cycle = fc.constantFrom(...reportingCycles.filter((each) => each !== "none"));

type Course = { opened: Day; dueOn: Day; closed: Day | null; raised: Map<EscalationLevel, Day> };

test("each period is made an obligation once, climbs each level once and on its day, and is closed once", () => {
  fc.assert(
    fc.property(cycle, fc.array(lateness, { minLength: 1, maxLength: 20 }), (each, habits) => {
      const courses = new Map<string, Course>();
      const reported: Period[] = [];
      const task = chasedTask({ dueOn: null });
      for (let n = 0; n < days; n += 1) {
        const today = addDays(startedOn, n);
        const duty = { cycle: each, reportDay: null, startedOn, stops: [], today, calendar };
        const asked = reportsAsked({ ...duty, reported });
        const open = obligationsOf({ ...task, reports: asked }, calendar);
        const ids = new Set(open.map(({ id }) => id));
        for (const [id, course] of courses)
          if (!ids.has(id) && course.closed === null) course.closed = today;
        for (const obligation of open) {
          const { id, dueOn } = obligation;
          const course = courses.get(id) ?? {
            opened: today,
            dueOn,
            closed: null,
            raised: new Map(),
          };
          courses.set(id, course);
          expect(course.closed, `${id} is opened again`).toBeNull();
          const before = [...course.raised.keys()].map(
            (level): Raised => ({ level, isAcknowledged: false }),
          );
          for (const { level } of levelsToRaise(obligation, before, today, calendar))
            course.raised.set(level, today);
        }
        // The unit reports on the oldest first, by its habit for that period.
        const [oldest] = asked;
        if (!oldest) continue;
        const habit = habits[reported.length % habits.length] ?? null;
        if (habit !== null && addDays(oldest.opensOn, habit) <= today) reported.push(oldest.period);
      }
      for (const [id, { dueOn, raised }] of courses) {
        const late = [...raised].map(([level, on]) => [
          level,
          workdaysBetween(dueOn, on, calendar),
        ]);
        const expected = task.policy.escalation
          .filter(({ level }) => raised.has(level))
          .map(({ level, workdays }) => [level, workdays]);
        expect([id, late]).toEqual([id, expected]);
      }
    }),
    { numRuns: 60 },
  );
});
