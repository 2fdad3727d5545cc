import { z } from "zod";
import { keySchema, versionSchema } from "./inputs";
import { type Refusal, refuse } from "./refusals";

/** How far the demo's clock may be moved on at once, in days. */
export const clockStrides = [1, 7, 30] as const;
export const advanceClockSchema = z.strictObject({ key: keySchema, days: z.literal(clockStrides) });
export type AdvanceClockInput = z.infer<typeof advanceClockSchema>;

/** The room of a disk, in bytes. */
export type DiskRoom = { total: number; free: number };

const gigabyte = 1024 ** 3;

/**
 * Whether so much more would leave less than a fifth of the disk, or 5 GB of a large one: that is for what is written and
 * signed, and for PostgreSQL's own log, long after attachments are no longer taken.
 */
export function isDiskLow({ total, free }: DiskRoom, toWrite = 0): boolean {
  return free - toWrite < Math.min(total / 5, 5 * gigabyte);
}

/** After how many days what counts no more is deleted: what would grow for ever is kept for as long as somebody needs it. */
export const retentionDays = {
  /** Wishes to follow that no mailbox has confirmed. */
  unconfirmed: 3,
  /** Mail to citizens that no server took. */
  unsentMail: 5,
  /** A session lives 12 hours; who was signed in is in the history. */
  session: 30,
  /** A browser that its account is no longer known by. */
  device: 180,
  /** A code that has expired: until then it says so to whoever tries it. */
  startLink: 90,
  /** A spreadsheet that was sent in, and what came of it: as long as a start code is good. */
  sheet: 7,
  /** A document that could not be read, or that somebody gave up: so long it can be looked up why. */
  import: 30,
  /** What people were told; what happened is in the history. */
  news: 730,
  /** A job that has failed for the last time. */
  failedJob: 30,
  /** A letter's own words after its answer: three years. */
  letters: 1095,
  /** The answer to a press of a button, for whoever presses it again; the database itself holds to it. */
  press: 30,
} as const;

/** What the office may keep for another time than ours, from so many days to so many. */
export const settableDays = {
  /** A letter's own words after its answer. */
  letters: { min: 30, max: 36_500 },
  /** Who was told what is part of what an inspection asks for: no shorter than logs are kept (网络安全法 §23: six months). */
  news: { min: 183, max: 3_650 },
  session: { min: 30, max: 3_650 },
  device: { min: 30, max: 730 },
} as const satisfies Partial<Record<keyof typeof retentionDays, { min: number; max: number }>>;
export type RetentionKind = keyof typeof settableDays;
export const retentionKinds = Object.keys(settableDays) as RetentionKind[];
/** What nobody sets: too short to matter, or what a repeated press needs. */
export const fixedRetention = ["unconfirmed", "unsentMail", "failedJob", "press"] as const;

/** For how many days each thing is kept, as far as the office has set it. */
export type Retention = Record<keyof typeof retentionDays, number>;

export const setRetentionSchema = z.strictObject({
  key: keySchema,
  version: versionSchema,
  kind: z.enum(retentionKinds),
  days: z.number("days").int("days").min(1, "days").max(36_500, "days"),
});
export type SetRetentionInput = z.infer<typeof setRetentionSchema>;

/** Why something may not be kept for so long, or so short, or null. */
export function retentionRefusal(kind: RetentionKind, days: number): Refusal | null {
  const { min, max } = settableDays[kind];
  if (kind === "news" && days < min)
    return refuse("kept_too_short", { field: "days", params: { min } });
  return days < min || days > max
    ? refuse("kept_out_of_range", { field: "days", params: { min, max } })
    : null;
}
