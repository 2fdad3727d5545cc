import { loadInstallation } from "@/db/queries/installation";
import { addDays, type Day, dayIn } from "@/lib/domain/days";

const msPerDay = 86_400_000;
let shiftDays: number | undefined;

/** The app's clock: real time, or in the demo real time shifted by whole days so that the page's dates are alive. */
export async function currentTime(): Promise<Date> {
  shiftDays ??= (await loadInstallation())?.clockShiftDays;
  return new Date(Date.now() + (shiftDays ?? 0) * msPerDay);
}

/** Today in Asia/Shanghai by the app's clock. */
export async function currentDay(): Promise<Day> {
  return dayIn(await currentTime());
}

/** The demo's day for the banner, with the real day beside it; null when the clock is real. */
export async function demoDay(): Promise<{ demo: Day; real: Day } | null> {
  if (!(await loadInstallation())?.isDemo) return null;
  const demo = await currentDay();
  return { demo, real: addDays(demo, -(shiftDays ?? 0)) };
}
