import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignForm } from "@/components/assign-form";
import { RefusalNotice } from "@/components/refusal";
import { ReviewContext } from "@/components/review-context";
import { Anchor } from "@/components/ui/anchor";
import { listDepartments } from "@/db/queries/people";
import { getTask } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { taskActRefusal } from "@/lib/domain/tasks";
import { requirePermission } from "@/lib/session";
import { assign } from "./actions";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.assign");
  return { title: `${t("title")} ${(await params).code}` };
}

export default async function AssignPage({ params }: Props) {
  const { code } = await params;
  const actor = await requirePermission(`/assignments/${code}`, "task.assign");
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const refusal = taskActRefusal(actor, "assign", task);
  const departments = await listDepartments();
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("assign.title")}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("report.forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <AssignForm task={task} departments={departments} today={today} assign={assign} />
        )}
        <ReviewContext task={task} />
      </div>
    </>
  );
}
