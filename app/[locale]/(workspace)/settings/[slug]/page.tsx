import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/plans/settings-form";
import { database } from "@/db/client";
import { planWithSettings, possibleReviewers } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";
import { configure } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.settings"))("title") };
}

export default async function PlanSettingsPage({ params }: Props) {
  const { slug } = await params;
  await requirePermission(`/settings/${slug}`, "plan.configure");
  const plan = await planWithSettings(slug);
  if (!plan) notFound();
  const { units } = await possibleReviewers(database());
  const countersigners = [...units].flatMap(([id, { name, heads }]) =>
    heads > 0 ? { id, name } : [],
  );
  const t = await getTranslations("work.settings");
  const { title, version, settings } = plan;
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p lang="zh-CN" className="mb-4">
        {title}
      </p>
      <SettingsForm
        plan={{ slug, version, settings }}
        units={countersigners}
        configure={configure}
      />
    </>
  );
}
