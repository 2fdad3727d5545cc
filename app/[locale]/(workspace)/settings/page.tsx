import { getTranslations } from "next-intl/server";
import { OfficeLinks } from "@/components/site/office-links";
import { Anchor } from "@/components/ui/anchor";
import { listPlans } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("work.settings"))("title") };
}

export default async function SettingsPage() {
  const { role } = await requirePermission("/settings", "plan.configure");
  const plans = await listPlans();
  const t = await getTranslations();
  return (
    <>
      <h1 className="text-2xl font-bold">{t("work.settings.title")}</h1>
      <OfficeLinks role={role} />
      <p className="my-3">
        {t(plans.length > 0 ? "work.settings.listHint" : "work.settings.none")}
      </p>
      <ul className="divide-y divide-line border border-line bg-paper">
        {plans.map(({ slug, title, reviewSteps }) => (
          <li key={slug} className="px-4 py-3">
            <Anchor href={`/settings/${slug}`} lang="zh-CN" className="font-semibold">
              {title}
            </Anchor>
            <p className="text-sm text-muted">
              {reviewSteps.map(({ by }) => t(`steps.${by}`)).join(" → ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
