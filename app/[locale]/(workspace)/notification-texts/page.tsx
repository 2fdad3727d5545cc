import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NotificationTextList } from "@/components/notifications/notification-texts";
import { OfficeLinks } from "@/components/site/office-links";
import { changedNotificationTexts, ownNotificationTexts } from "@/db/queries/notifications/texts";
import { requirePermission } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("work.notificationTexts"))("title") };
}

export default async function NotificationTextsPage() {
  const actor = await requirePermission("notification.word");
  const { role } = actor;
  const changed = await changedNotificationTexts(actor);
  if (!changed) notFound();
  const own = await ownNotificationTexts(await getLocale());
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("notificationTexts.title")}</h1>
      <OfficeLinks role={role} here="/notification-texts" />
      <p className="my-3">{t("notificationTexts.lead")}</p>
      <NotificationTextList changed={changed} own={own} />
    </>
  );
}
