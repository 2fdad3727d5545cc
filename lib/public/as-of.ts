import { cache } from "react";
import { firstPublicDay } from "@/db/queries/public/plans";
import { currentDay } from "@/lib/clock";
import { type Day, daySchema } from "@/lib/domain/calendar/days";

export type AsOf = {
  asOf: Day;
  today: Day;
  isPast: boolean;
  /** A day was asked for that cannot be shown: not a day, still to come, or before anything was registered. */
  refused: boolean;
};

/** The day that a public page is asked to show (`?asof=2024-05-01`), today unless it names an earlier one. */
export async function askedDay({ asof }: { asof?: string | string[] }): Promise<AsOf> {
  const today = await currentDay();
  const now = { asOf: today, today, isPast: false };
  if (asof === undefined || asof === "") return { ...now, refused: false };
  const parsed = daySchema.safeParse(asof);
  const first = await knownSince();
  if (!parsed.success || first === null || parsed.data < first || parsed.data > today)
    return { ...now, refused: true };
  return { asOf: parsed.data, today, isPast: parsed.data < today, refused: false };
}

const knownSince = cache(firstPublicDay);
