import { publicHealthByDay } from "@/db/queries/tasks/task-health";
import type { Day } from "@/lib/domain/calendar/days";
import { type SeriesPoint, seriesOf } from "@/lib/domain/public/progress-series";
import type { PublicChange } from "@/lib/domain/public/public-changes";

/** A chart of more points than this is no clearer. */
const most = 60;

/**
 * How far a task was on each day that it or a part of it was reported, and today: what its page said on that day, so a
 * parent's points are rolled up as they were then. `changes` are its plan's, newest first.
 */
export async function progressSeries(
  code: string,
  changes: readonly PublicChange[],
  asOf: Day,
): Promise<SeriesPoint[]> {
  const own = changes.filter(
    (change) => change.code === code || change.code.startsWith(`${code}.`),
  );
  const daysOf = (type: PublicChange["type"]) =>
    new Set(own.filter((change) => change.type === type).map(({ day }) => day));
  const [reported, takenBack] = [daysOf("report"), daysOf("withdrawn")];
  const said = [...new Set([asOf, ...reported, ...takenBack])].sort();
  const days = said.slice(-most);
  const healthByCode = await publicHealthByDay(days, { codes: [code] });
  return seriesOf(
    days.map((day) => ({
      day,
      percent: healthByCode.get(day)?.get(code)?.percent ?? null,
      isReported: reported.has(day),
      isTakenBack: takenBack.has(day),
    })),
  );
}
