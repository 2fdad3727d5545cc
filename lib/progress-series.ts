import { publicStandings } from "@/db/queries/standing";
import type { Day } from "./domain/days";
import type { PublicStep } from "./domain/public-steps";

/** A chart of more points than this is no clearer. */
const most = 60;

export type Point = { day: Day; percent: number };

/**
 * How far a task was on each day that it or a part of it was reported, and today: what its page said on that day, so a
 * parent's points are rolled up as they were then. `steps` are its plan's, newest first.
 */
export async function progressSeries(
  { code, plan }: { code: string; plan: { slug: string } },
  steps: readonly PublicStep[],
  asOf: Day,
): Promise<Point[]> {
  const isWithin = (step: PublicStep) => step.code === code || step.code.startsWith(`${code}.`);
  const said = steps.filter(
    (step) => isWithin(step) && (step.type === "report" || step.type === "withdrawn"),
  );
  const days = [...new Set([asOf, ...said.map(({ day }) => day)])].slice(0, most).sort();
  const standings = await publicStandings(days, plan.slug);
  return days.flatMap((day) => {
    const percent = standings.get(day)?.get(code)?.percent ?? null;
    return percent === null ? [] : [{ day, percent }];
  });
}
