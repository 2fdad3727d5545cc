import { remindEverybody } from "@/db/mutations/chasing/remind";
import { tellOfGaps } from "@/db/mutations/gaps/notices";
import { rememberUnitNames } from "@/db/mutations/people/unit-names";
import { rememberStale } from "@/db/mutations/remember-health";
import { beginNextDay } from "@/db/mutations/system/demo-clock";
import { currentTime } from "@/lib/clock";
import { notifyFollowers } from "@/lib/subscriptions/followers";

/**
 * Lives through the days that the demo's clock was moved on by, one after another: what each brings comes on its own day. The
 * day that it begins on is lived too, in case that broke off; whatever was done already finds nothing to do.
 */
export async function liveDays(): Promise<void> {
  do await liveDay(await currentTime());
  while (await beginNextDay());
}

/** What the clock brings in a day, in the order of its hour. */
async function liveDay(now: Date): Promise<void> {
  await rememberUnitNames(now);
  await remindEverybody(now);
  await rememberStale(now);
  await tellOfGaps(now);
  await notifyFollowers(now);
}
