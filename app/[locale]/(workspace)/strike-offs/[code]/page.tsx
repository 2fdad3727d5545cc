import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/components/refusal";
import { ReviewContext } from "@/components/review-context";
import { StrikeOffForm } from "@/components/strike-off-form";
import { Anchor } from "@/components/ui/anchor";

import { getTask } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { taskActRefusal } from "@/lib/domain/tasks";
import { requirePermission } from "@/lib/session";
import { strike } from "./actions";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.acts");
  return { title: `${t("strike_off")} ${(await params).code}` };
}

export default async function StrikeOffPage({ params }: Props) {
  const { code } = await params;
  const actor = await requirePermission(`/strike-offs/${code}`, "task.strike_off");
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const refusal = taskActRefusal(actor, "strike_off", task);
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("acts.strike_off")}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("report.forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <StrikeOffForm task={task} strike={strike} />
        )}
        <ReviewContext task={task} />
      </div>
    </>
  );
}
