import { getTranslations } from "next-intl/server";
import { PlanChoice } from "@/components/registrations/plan-choice";
import { OfficeLinks } from "@/components/site/office-links";
import { listPlans } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query } from "@/lib/domain/inputs";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.settings"))("title") };
}

export default async function SettingsPage({ searchParams }: Props) {
  const actor = await requirePermission("plan.configure");
  const query = await searchParams;
  const words = (oneText(query.q) ?? "").trim().slice(0, 60);
  const found = await listPlans(actor, words, query.page);
  const t = await getTranslations();
  return (
    <>
      <h1 className="text-2xl font-bold">{t("work.settings.title")}</h1>
      <OfficeLinks role={actor.role} />
      <p className="my-3">{t("work.settings.listHint")}</p>
      <PlanChoice
        path="/settings"
        hrefOf={(slug) => `/settings/${slug}`}
        noteOf={({ reviewSteps }) => (
          <p className="text-sm text-muted">
            {reviewSteps.map(({ by }) => t(`steps.${by}`)).join(" → ")}
          </p>
        )}
        {...{ words, found }}
      />
    </>
  );
}
