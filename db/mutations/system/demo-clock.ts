import { eq, sql } from "drizzle-orm";
import { queueReminders } from "@/db/mutations/job-queue";
import { rememberNames } from "@/db/mutations/people/unit-names";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { installation } from "@/db/schema/installation";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { AdvanceClockInput } from "@/lib/domain/system";

/** Moves the demo's clock on, to show what days bring: reminders are asked for at once. A real clock is refused. */
export function advanceClock(actor: Actor, input: AdvanceClockInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "clock.advance"));
    const { days } = input;
    const moved = await tx
      .update(installation)
      .set({ clockShiftDays: sql`${installation.clockShiftDays} + ${days}` })
      .where(eq(installation.isDemo, true))
      .returning({ shift: installation.clockShiftDays });
    if (moved.length === 0) throw new Refused(refuse("clock_is_real"));
    await recordEvent(tx, actor, { type: "clock.advanced", days }, {}, now);
    await rememberNames(tx, new Date(now.getTime() + days * 86_400_000));
    await queueReminders(tx);
    return { days };
  });
}
