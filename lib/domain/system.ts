import { z } from "zod";
import { keySchema } from "./inputs";

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
  /** What people were told; what happened is in the history. */
  news: 730,
  /** A job that has failed for the last time. */
  failedJob: 30,
} as const;
