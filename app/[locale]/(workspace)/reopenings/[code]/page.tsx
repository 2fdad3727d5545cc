import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/components/refusal";
import { ReopenForm } from "@/components/reopen-form";
import { ReviewContext } from "@/components/review-context";
import { Anchor } from "@/components/ui/anchor";

import { getTask } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { taskActRefusal } from "@/lib/domain/tasks";
import { requirePermission } from "@/lib/session";
import { reopen } from "./actions";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.acts");
  return { title: `${t("reopen")} ${(await params).code}` };
}

export default async function ReopenPage({ params }: Props) {
  const { code } = await params;
  const actor = await requirePermission(`/reopenings/${code}`, "task.reopen");
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const refusal = taskActRefusal(actor, "reopen", task);
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("acts.reopen")}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("report.forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <ReopenForm task={task} today={today} reopen={reopen} />
        )}
        <ReviewContext task={task} />
      </div>
    </>
  );
}
