import { unitsOn } from "@/db/queries/people/units";
import type { Day } from "@/lib/domain/calendar/days";
import { publicTasks } from "./public";

/** The units that lead public tasks on a day, or take part in them, in their order, with how many. */
export async function publicUnits(asOf: Day) {
  const [units, tasks] = await Promise.all([unitsOn(asOf), publicTasks(asOf)]);
  const tracked = tasks.filter(({ isTracked }) => isTracked);
  return [...units.values()]
    .map((unit) => ({
      ...unit,
      leads: tracked.filter(({ leadCode }) => leadCode === unit.code).length,
      cooperates: tracked.filter(({ cooperating }) =>
        cooperating.some(({ code }) => code === unit.code),
      ).length,
    }))
    .filter(({ leads, cooperates }) => leads + cooperates > 0);
}
export type PublicUnit = Awaited<ReturnType<typeof publicUnits>>[number];
