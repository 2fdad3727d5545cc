import { addDays, type Day, monthEnd } from "@/lib/domain/calendar/days";
import { type Light, worstFirst } from "@/lib/domain/tasks/lights";

/** How many tasks are due in a month and stand alike; a month is said by its first day. */
export type DueCount = { month: Day; light: Light; count: number };

/** A month and how many are due in it, in all and of each light, the worst first. `to` is empty for all that comes after. */
export type Milestone = {
  from: Day;
  to: Day | "";
  count: number;
  lights: { light: Light; count: number }[];
};

const monthsAhead = 12;

/** The first days of the month that a day is in and of those after it that are shown, and last of what comes later. */
export function milestoneStarts(day: Day): Day[] {
  const starts = [`${day.slice(0, 7)}-01`];
  while (starts.length <= monthsAhead) starts.push(addDays(monthEnd(starts.at(-1) ?? day), 1));
  return starts;
}

/** What is due in each of those months, also where nothing is, and last in all that come later. */
export function milestonesFrom(day: Day, counts: readonly DueCount[]): Milestone[] {
  return milestoneStarts(day).map((from, i) => {
    const own = counts.filter(({ month }) => month === from);
    const lights = worstFirst.flatMap((light) => {
      const count = own.reduce((sum, each) => sum + (each.light === light ? each.count : 0), 0);
      return count === 0 ? [] : [{ light, count }];
    });
    const count = lights.reduce((sum, each) => sum + each.count, 0);
    return { from, to: i < monthsAhead ? monthEnd(from) : "", count, lights };
  });
}
