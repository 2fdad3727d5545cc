import { loadInstallation } from "@/db/queries/health";
import { addDays, type Day, dayIn } from "@/lib/domain/calendar/days";

const msPerDay = 86_400_000;
let isReal = false;

/** The app's clock: real time, or in the demo real time shifted by whole days so that the page's dates are alive. */
export async function currentTime(): Promise<Date> {
  return new Date(Date.now() + (await currentShift()) * msPerDay);
}

/**
 * The time by which a session's length is measured: the machine's when this process began, plus what has passed since. To
 * set the clock moves it nowhere, and a demo's shift is none of its business.
 */
export function steadyTime(): Date {
  return new Date(performance.timeOrigin + performance.now());
}

/** Asked anew in the demo: another process may have moved its clock. */
async function currentShift(): Promise<number> {
  if (isReal) return 0;
  const installed = await loadInstallation();
  isReal = installed?.isDemo === false;
  return installed?.clockShiftDays ?? 0;
}

/** Today in Asia/Shanghai by the app's clock. */
export async function currentDay(): Promise<Day> {
  return dayIn(await currentTime());
}

/** The demo's day for the banner, with the real day beside it; null when the clock is real. */
export async function demoDay(): Promise<{ demo: Day; real: Day } | null> {
  const installed = await loadInstallation();
  if (!installed?.isDemo) return null;
  const demo = await currentDay();
  return { demo, real: addDays(demo, -installed.clockShiftDays) };
}

/** How far the demo's clock has come of the days that it was last moved on by; null while it moves by itself. */
export async function daysUnderWay(): Promise<{ asked: number; done: number } | null> {
  const { daysAsked = 0, daysAhead = 0 } = (await loadInstallation()) ?? {};
  return daysAhead > 0 ? { asked: daysAsked, done: daysAsked - daysAhead } : null;
}
