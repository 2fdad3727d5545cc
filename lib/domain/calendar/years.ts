import { z } from "zod";
import { keySchema, versionSchema } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { filledText } from "@/lib/domain/texts";
import { addDays, type Day, daySchema, daysBetween, yearOf } from "./days";
import { type CalendarException, exceptionsOf, isOfNotice, type NoticeRow } from "./notices";
import type { WorkCalendar } from "./work-days";

/** The longest holiday so far had nine days; what is longer is a slip. */
const longestRow = 20;

export const noticeRowSchema = z
  .strictObject({
    kind: z.enum(["rest", "work"]),
    name: filledText(20, "holiday_name"),
    from: daySchema,
    to: daySchema,
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < longestRow, {
    message: "day_order",
    path: ["to"],
  });

/** The State Council's notice for a year, as rows. */
export const noticeSchema = z.strictObject({
  source: filledText(500, "source_required"),
  rows: z.array(noticeRowSchema).min(1, "rows_required").max(40),
});

/** The same for its form, which says beside each row what is wrong with it. */
export const noticeFormSchema = noticeSchema.extend({
  rows: z.custom<NoticeRow[]>(
    (rows) => noticeSchema.shape.rows.safeParse(rows).success,
    "notice_rows",
  ),
});
export type Notice = z.infer<typeof noticeFormSchema>;

export const calendarYearSchema = z.int().min(2000).max(2100);
export const announceYearSchema = noticeSchema.extend({
  key: keySchema,
  year: calendarYearSchema,
  version: versionSchema,
});
export type AnnounceYearInput = z.infer<typeof announceYearSchema>;

/** What entering a notice would change: asked before it is entered, and nothing is written. */
export const previewYearSchema = announceYearSchema.omit({ source: true, version: true });
export type PreviewYearInput = z.infer<typeof previewYearSchema>;

/**
 * Why a year's notice may not be entered, or null. The State Council announces the coming year and no later one; a year
 * that is over and was announced stays as it is. No day is both off and worked.
 */
export function noticeRefusal(
  { year, rows }: { year: number; rows: readonly NoticeRow[] },
  { isAnnounced, today }: { isAnnounced: boolean; today: Day },
): Refusal | null {
  if (year > yearOf(today) + 1) return refuse("calendar_year_early", { params: { year } });
  if (isAnnounced && year < yearOf(today))
    return refuse("calendar_year_over", { params: { year } });
  const field = "rows";
  const elsewhere = rows
    .flatMap(({ from, to }) => [from, to])
    .find((day) => !isOfNotice(day, year));
  if (elsewhere)
    return refuse("calendar_days_elsewhere", { field, params: { year, day: elsewhere } });
  const both = dayOf(rows, "work").find((day) => dayOf(rows, "rest").includes(day));
  return both ? refuse("calendar_day_both", { field, params: { day: both } }) : null;
}

function dayOf(rows: readonly NoticeRow[], kind: NoticeRow["kind"]): Day[] {
  return rows
    .filter((each) => each.kind === kind)
    .flatMap(({ from, to }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)),
    );
}

/** The calendar as it would be with a year's notice entered in the place of what was known of that year. */
export function withNotice(
  calendar: WorkCalendar,
  known: readonly CalendarException[],
  { year, rows }: { year: number; rows: readonly NoticeRow[] },
): WorkCalendar {
  const exceptions = new Map(calendar.exceptions);
  for (const { day } of known) exceptions.delete(day);
  for (const { day, working, name } of exceptionsOf(rows)) exceptions.set(day, { working, name });
  return { exceptions, announcedYears: new Set([...calendar.announcedYears, year]) };
}

/** The years to show: those with a notice, this one and the next, newest first. */
export function yearsToShow(announced: readonly number[], today: Day): number[] {
  const present = yearOf(today);
  return [...new Set([present + 1, present, ...announced])].sort((a, b) => b - a);
}

/** The last year whose days are known: a day after it is counted by weekdays only. */
export function knownUntil(announcedYears: ReadonlySet<number>, today: Day): number {
  let year = yearOf(today) - 1;
  while (announcedYears.has(year + 1)) year += 1;
  return year;
}
