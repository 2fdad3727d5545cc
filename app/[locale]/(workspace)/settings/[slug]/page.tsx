import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/plans/settings-form";
import { database } from "@/db/client";
import { unitOptions } from "@/db/queries/people/unit-options";
import { exampleDeadline, planWithSettings } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { countersignersOf } from "@/lib/domain/submissions/submission-kinds";
import { find } from "../../unit-actions";
import { configure } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.settings"))("title") };
}

export default async function PlanSettingsPage({ params }: Props) {
  const { slug } = await params;
  await requirePermission("plan.configure");
  const plan = await planWithSettings(slug);
  if (!plan) notFound();
  const t = await getTranslations("work.settings");
  const { id, title, version, settings } = plan;
  const example = await exampleDeadline(await currentDay(), id);
  const units = await unitOptions(database(), countersignersOf(settings.reviewSteps));
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p lang="zh-CN" className="mb-4">
        {title}
      </p>
      <SettingsForm
        plan={{ slug, version, settings }}
        units={units}
        find={find}
        example={example}
        configure={configure}
      />
    </>
  );
}
