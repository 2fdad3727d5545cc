import { z } from "zod";

/** A calendar day "YYYY-MM-DD" in Asia/Shanghai. Days compare as strings. */
export type Day = string;

/**
 * Accepts a day that exists; refuses 2024-02-30 and every other spelling, and days before the year 1 or so late that the
 * days after them have no such spelling: PostgreSQL has no year 0.
 */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= "0001-01-01" && day < "9999-01-01", "date_required");

const msPerDay = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** The day it is in Asia/Shanghai at this instant (UTC+8 all year; no summer time since 1991). */
export function dayIn(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant at which a day of Asia/Shanghai is over. */
export function endOfDay(day: Day): Date {
  return new Date(Date.parse(day) + msPerDay - shanghaiOffsetMs);
}

/** The day `count` calendar days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * msPerDay).toISOString().slice(0, 10);
}

/** Calendar days from one day to the other: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / msPerDay;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 for January to 12 for December. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The last day of the day's month: what 月底 and 月末 mean. */
export function monthEnd(day: Day): Day {
  return new Date(Date.UTC(yearOf(day), monthOf(day), 0)).toISOString().slice(0, 10);
}

/** 31 December of the day's year: what 年底 and 年内 mean. */
export function yearEnd(day: Day): Day {
  return `${day.slice(0, 4)}-12-31`;
}
