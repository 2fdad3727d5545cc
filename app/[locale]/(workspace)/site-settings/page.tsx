import { getLocale, getTranslations } from "next-intl/server";
import { OfficeLinks } from "@/components/site/office-links";
import { SiteSettingsForm } from "@/components/site/site-settings-form";
import { plansNamed } from "@/db/queries/plans";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { requirePermission } from "@/lib/auth/session";
import { factsByEnvironment } from "@/lib/public/site-facts";
import { standardSiteWords } from "@/lib/site-words";
import { toLocale } from "@/messages/locales";
import { configure, find } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.site"))("title") };
}

export default async function SiteSettingsPage() {
  const actor = await requirePermission("site.configure");
  const t = await getTranslations("work.site");
  const { version, settings } = await loadSiteSettings();
  const plans = await plansNamed(settings.homePlans);
  const fixed = Object.fromEntries(
    Object.entries(factsByEnvironment()).filter(([, said]) => said !== undefined),
  );
  const { name, title, description: intro } = standardSiteWords(toLocale(await getLocale()));
  const standard = { name, title, intro };
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <OfficeLinks role={actor.role} here="/site-settings" />
      <SiteSettingsForm {...{ version, settings, plans, fixed, standard, configure, find }} />
    </>
  );
}
