import { eq, gt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { queueDays } from "@/db/mutations/job-queue";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { installation } from "@/db/schema/installation";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { AdvanceClockInput } from "@/lib/domain/system";

/**
 * Asks for the demo's clock to be moved on: the worker lives through each of the days. Asked for again meanwhile, there are so
 * many more. A real clock is refused.
 */
export function advanceClock(actor: Actor, input: AdvanceClockInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "clock.advance"));
    const { days } = input;
    const { daysAhead, daysAsked, isDemo } = installation;
    const asked = await tx
      .update(installation)
      .set({
        daysAsked: sql`case when ${daysAhead} = 0 then 0 else ${daysAsked} end + ${days}`,
        daysAhead: sql`${daysAhead} + ${days}`,
      })
      .where(eq(isDemo, true))
      .returning({ ahead: daysAhead });
    if (asked.length === 0) throw new Refused(refuse("clock_is_real"));
    await recordEvent(tx, actor, { type: "clock.advanced", days }, {}, now);
    await queueDays(tx);
    return { days };
  });
}

/** Moves the demo's clock to the next of the days that were asked for; whether there was one. */
export async function beginNextDay(): Promise<boolean> {
  const { clockShiftDays, daysAhead } = installation;
  const moved = await database()
    .update(installation)
    .set({ clockShiftDays: sql`${clockShiftDays} + 1`, daysAhead: sql`${daysAhead} - 1` })
    .where(gt(daysAhead, 0))
    .returning({ shift: clockShiftDays });
  return moved.length > 0;
}
