"use server";
import { setReminderDefaults } from "@/db/mutations/chasing/reminder-defaults";
import { action } from "@/lib/actions/action";
import { setReminderDefaultsSchema } from "@/lib/domain/chasing/reminder-settings";

export const set = action(
  { permission: "plan.configure", schema: setReminderDefaultsSchema },
  setReminderDefaults,
);
