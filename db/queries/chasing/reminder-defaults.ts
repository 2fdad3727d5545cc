import { database, type Reader } from "@/db/client";
import { planDefaults } from "@/db/schema/plans";
import {
  defaultReminderPolicy,
  type ReminderPolicy,
  wholePolicy,
} from "@/lib/domain/chasing/reminder-policy";
import { reminderPolicySchema } from "@/lib/domain/chasing/reminder-settings";

/** The reminders that a new plan begins with: the office's, or ours where it has set none. */
export async function loadReminderDefaults(
  reader: Reader = database(),
): Promise<{ version: number; isOurs: boolean; reminders: ReminderPolicy }> {
  const [row] = await reader.select().from(planDefaults);
  return {
    version: row?.version ?? 0,
    isOurs: !row,
    reminders: reminderPolicySchema.parse(wholePolicy(row?.reminders ?? defaultReminderPolicy)),
  };
}
