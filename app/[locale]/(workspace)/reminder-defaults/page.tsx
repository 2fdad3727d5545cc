import { getTranslations } from "next-intl/server";
import { ReminderDefaultsForm } from "@/components/chasing/reminder-defaults-form";
import { OfficeLinks } from "@/components/site/office-links";
import { loadReminderDefaults } from "@/db/queries/chasing/reminder-defaults";
import { exampleDeadline } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { set } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.reminders"))("title") };
}

export default async function ReminderDefaultsPage() {
  const { role } = await requirePermission("plan.configure");
  const { version, isOurs, reminders } = await loadReminderDefaults();
  const example = await exampleDeadline(await currentDay());
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("reminders.title")}</h1>
      <OfficeLinks role={role} here="/reminder-defaults" />
      <p className="mt-1">{t("reminders.lead")}</p>
      {isOurs && <p className="text-muted">{t("reminders.ours")}</p>}
      <ReminderDefaultsForm {...{ version, reminders, example, set }} />
    </>
  );
}
