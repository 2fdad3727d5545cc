import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StartForm } from "@/components/registrations/basics-form";
import { SameDocument } from "@/components/registrations/same-document";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { planState } from "@/db/queries/registrations/plan-states";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query } from "@/lib/domain/inputs";
import { start } from "../actions";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("newTitle") };
}

export default async function NewRegistrationPage({ searchParams }: Props) {
  const actor = await requirePermission("plan.draft");
  const slug = oneText((await searchParams).plan) ?? null;
  const plan = slug === null ? null : await planState(actor, slug);
  if (slug !== null && !plan) notFound();
  const t = await getTranslations("work.registration");
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: t("title") }]} />
      <h1 className="text-2xl font-bold">{t(plan ? "addTitle" : "newTitle")}</h1>
      <p className="mb-4 mt-1 text-muted">
        {plan ? t("addHint", { plan: plan.title }) : t("newHint")}
      </p>
      <div className="max-w-3xl space-y-6">
        {plan && <SameDocument planSlug={plan.slug} title={plan.documentTitle} start={start} />}
        {plan && <h2 className="text-lg font-bold">{t("otherDocument")}</h2>}
        <StartForm planSlug={plan?.slug ?? null} start={start} />
      </div>
    </>
  );
}
