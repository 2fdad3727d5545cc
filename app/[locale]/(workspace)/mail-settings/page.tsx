import { getTranslations } from "next-intl/server";
import { MailSettingsForm } from "@/components/mail/mail-settings-form";
import { MailTrial } from "@/components/mail/mail-trial";
import { OfficeLinks } from "@/components/site/office-links";
import { Notice } from "@/components/ui/notice";
import { isMailOn, lastMailTrial, shownMailSettings } from "@/db/queries/mail";
import { ownAccount } from "@/db/queries/people/people";
import { requirePermission } from "@/lib/auth/session";
import { isMailByEnvironment } from "@/lib/env";
import { configure, send, turnOff } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.mail"))("title") };
}

export default async function MailSettingsPage() {
  const actor = await requirePermission("site.configure");
  const [settings, trial, account, isOn, t] = await Promise.all([
    shownMailSettings(actor),
    lastMailTrial(actor),
    ownAccount(actor),
    isMailOn(),
    getTranslations("work.mail"),
  ]);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <OfficeLinks role={actor.role} here="/mail-settings" />
      <p className="mb-3">{t(isOn ? "isOn" : "isOff")}</p>
      {isMailByEnvironment() ? (
        <Notice tone="info">{t("byEnvironment")}</Notice>
      ) : (
        <MailSettingsForm settings={settings} configure={configure} turnOff={turnOff} />
      )}
      {isOn && <MailTrial trial={trial} address={account.email} send={send} />}
    </>
  );
}
