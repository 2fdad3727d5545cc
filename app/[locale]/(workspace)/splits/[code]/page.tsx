import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/components/refusal";
import { ReviewContext } from "@/components/review-context";
import { SplitForm } from "@/components/split-form";
import { Anchor } from "@/components/ui/anchor";
import { listDepartments } from "@/db/queries/people";
import { getTask } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { taskActRefusal } from "@/lib/domain/tasks";
import { requireActor } from "@/lib/session";
import { split } from "./actions";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.acts");
  return { title: `${t("split")} ${(await params).code}` };
}

export default async function SplitPage({ params }: Props) {
  const { code } = await params;
  const actor = await requireActor(`/splits/${code}`);
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const refusal = taskActRefusal(actor, "split", task);
  const units = await listDepartments();
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("acts.split")}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("report.forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <SplitForm task={task} units={units} today={today} split={split} />
        )}
        <ReviewContext task={task} />
      </div>
    </>
  );
}
