import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficeLinks } from "@/components/site/office-links";
import { RetentionForm } from "@/components/system/retention-form";
import { retentionSettings } from "@/db/queries/system/retention";
import { requirePermission } from "@/lib/auth/session";
import { fixedRetention, retentionDays } from "@/lib/domain/system";
import { set } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.retention"))("title") };
}

/** What is kept for ever, or no shorter than the operating system's own settings say. */
const stated = ["business", "history", "logs"] as const;

export default async function RetentionPage() {
  const actor = await requirePermission("site.configure");
  const settings = await retentionSettings(actor);
  if (!settings) notFound();
  const t = await getTranslations("work.retention");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <OfficeLinks role={actor.role} here="/retention" />
      <p className="mb-4">{t("lead")}</p>
      <ul className="divide-y divide-line border border-line bg-paper">
        {settings.settable.map(({ kind, days, version, isFixed }) => (
          <li key={kind} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-2">
            <div>
              <h2 className="font-semibold">{t(`kinds.${kind}.name`)}</h2>
              <p className="text-sm text-muted">{t(`kinds.${kind}.why`)}</p>
              <p>{t("now", { days })}</p>
            </div>
            {isFixed ? (
              <p className="text-muted">{t("byEnvironment")}</p>
            ) : (
              <RetentionForm {...{ kind, days, version, set }} />
            )}
          </li>
        ))}
        {fixedRetention.map((kind) => (
          <li key={kind} className="px-4 py-3">
            <h2 className="font-semibold">{t(`kinds.${kind}.name`)}</h2>
            <p className="text-sm text-muted">{t(`kinds.${kind}.why`)}</p>
            <p>{t("now", { days: retentionDays[kind] })}</p>
          </li>
        ))}
        {stated.map((kind) => (
          <li key={kind} className="px-4 py-3">
            <h2 className="font-semibold">{t(`kinds.${kind}.name`)}</h2>
            <p className="text-sm text-muted">{t(`kinds.${kind}.why`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
