import { eq, sql } from "drizzle-orm";
import { exceptionsOfYear } from "@/db/queries/calendar/years";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import { dayIn } from "@/lib/domain/calendar/days";
import { exceptionsOf } from "@/lib/domain/calendar/notices";
import { type AnnounceYearInput, noticeRefusal } from "@/lib/domain/calendar/years";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * Enters the State Council's notice for a year, or corrects it. What is counted from now on follows it; due days that are
 * stored stay. Refuses whom the calendar is not, a page that is no longer true, days as they were, and what
 * `noticeRefusal` refuses.
 */
export function announceYear(actor: Actor, input: AnnounceYearInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "calendar.manage"));
    const { year, source, rows, version } = input;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
    const ofYear = eq(calendarYears.year, year);
    const [announced] = await tx.select().from(calendarYears).where(ofYear);
    if ((announced?.version ?? 0) !== version) throw new Refused(refuse("setting_changed"));
    insist(noticeRefusal(input, { isAnnounced: announced !== undefined, today: dayIn(now) }));
    const before = await exceptionsOfYear(tx, year);
    const after = exceptionsOf(rows);
    if (announced?.source === source && JSON.stringify(before) === JSON.stringify(after))
      throw new Refused(refuse("settings_unchanged"));
    await tx.delete(calendarExceptions).where(eq(calendarExceptions.noticeYear, year));
    if (after.length > 0)
      await tx
        .insert(calendarExceptions)
        .values(after.map((each) => ({ ...each, noticeYear: year })));
    const values = { source, version: version + 1 };
    await tx
      .insert(calendarYears)
      .values({ year, ...values })
      .onConflictDoUpdate({ target: calendarYears.year, set: values });
    await recordEvent(
      tx,
      actor,
      announced
        ? { type: "calendar.corrected", year, source, before, after }
        : { type: "calendar.announced", year, source, after },
      {},
      now,
    );
    return { year };
  });
}
