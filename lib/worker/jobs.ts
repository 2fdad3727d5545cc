import type { Task, TaskList } from "graphile-worker";
import { z } from "zod";
import { remindEverybody } from "@/db/mutations/chasing/remind";
import { tellOfGaps } from "@/db/mutations/gaps/notices";
import { readImport } from "@/db/mutations/imports/read-import";
import { announce } from "@/db/mutations/notifications/announce";
import { recordCountedRefusals } from "@/db/mutations/people/sessions";
import { rememberUnitNames } from "@/db/mutations/people/unit-names";
import { checkHealth, rememberStale } from "@/db/mutations/remember-health";
import { deleteUnsentEvidence } from "@/db/mutations/submissions/evidence";
import { eraseOldLetters } from "@/db/mutations/submissions/letter-erasure";
import { cleanUp, deleteSpentBudgets } from "@/db/mutations/system/cleanup";
import { loadRetention } from "@/db/queries/system/retention";
import { currentTime } from "@/lib/clock";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { readFile } from "@/lib/imports/read-file";
import { mailWriter } from "@/lib/letters/letter-mail";
import { describeError, log } from "@/lib/log";
import { sendTrial } from "@/lib/mail/trial";
import { mailPerson } from "@/lib/notifications/notification-mail";
import { mailStartLink } from "@/lib/notifications/start-link-mail";
import { mailCitizen } from "@/lib/subscriptions/citizen-mail";
import { notifyFollowers } from "@/lib/subscriptions/followers";
import { liveDays } from "./live-days";

/**
 * Reminders, gaps (待完善), news for followers and the names that units have from today on every hour, one run of each at a time; failed sign-ins that were only counted every minute,
 * spent budgets every hour; the day's cleanup at 3:30 in Shanghai, letters kept long enough at 3:40. Cron counts in UTC.
 */
export const crontab = [
  "0 * * * * remind ?jobKey=remind",
  "10 * * * * tell_of_gaps ?jobKey=tell_of_gaps",
  "20 * * * * notify_followers ?jobKey=notify_followers",
  "* * * * * record_refusals ?jobKey=record_refusals",
  "40 * * * * renew_budgets ?jobKey=renew_budgets",
  "0 * * * * remember_unit_names ?jobKey=remember_unit_names",
  "50 18 * * * check_health",
  "5 * * * * remember_health ?jobKey=remember_health",
  "30 19 * * * clean_up",
  "40 19 * * * erase_old_letters",
].join("\n");

/** The background jobs (后台任务) by name. Each can be run again at any time, because the queue may. */
export const jobs: TaskList = {
  announce: job(z.object({ outboxId: z.uuid() }), async ({ outboxId }) =>
    announce(outboxId, await currentTime()),
  ),
  mail: job(z.object({ userId: z.uuid() }), ({ userId }) => mailPerson(userId)),
  mail_citizen: job(z.object({ mailId: z.uuid() }), ({ mailId }) => mailCitizen(mailId)),
  mail_start_link: job(z.object({ linkId: z.uuid() }), ({ linkId }) => mailStartLink(linkId)),
  mail_writer: job(z.object({ letterId: z.uuid() }), ({ letterId }) => mailWriter(letterId)),
  try_mail: job(z.object({ userId: z.uuid() }), ({ userId }) => sendTrial(userId)),
  read_import: job(z.object({ importId: z.uuid() }), async ({ importId }) =>
    readImport(importId, await currentTime(), {
      read: (bytes, name) => readFile(name, bytes),
      propose: proposalsOf,
    }),
  ),
  notify_followers: job(z.unknown(), async () => notifyFollowers(await currentTime())),
  live_days: job(z.unknown(), liveDays),
  remind: job(z.unknown(), async () => remindEverybody(await currentTime())),
  remember_health: job(z.unknown(), async () => {
    await rememberStale(await currentTime());
  }),
  check_health: job(z.unknown(), async () => {
    const mended = await checkHealth(await currentTime());
    if (mended > 0)
      log.error({ mended }, "the memory of how tasks stand was not as the rule has it");
  }),
  tell_of_gaps: job(z.unknown(), async () => tellOfGaps(await currentTime())),
  record_refusals: job(z.unknown(), async () => recordCountedRefusals(await currentTime())),
  renew_budgets: job(z.unknown(), deleteSpentBudgets),
  remember_unit_names: job(z.unknown(), async () => rememberUnitNames(await currentTime())),
  erase_old_letters: job(z.unknown(), async () =>
    eraseOldLetters(await currentTime(), (await loadRetention()).letters),
  ),
  clean_up: job(z.unknown(), async () => {
    await cleanUp(await currentTime(), await loadRetention());
    await deleteUnsentEvidence();
  }),
};

/** What a job throws is logged and stored by the queue, so it says as little as our logs do. */
function job<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<void>): Task {
  return async (payload) => {
    try {
      await work(schema.parse(payload));
    } catch (error) {
      const { message, code } = describeError(error);
      throw new Error(code ? `${message} (${code})` : message);
    }
  };
}
