import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/components/refusal";
import { ReportContext } from "@/components/report-context";
import { ReportDesk } from "@/components/report-desk";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import { reportForm } from "@/db/queries/report-form";
import { getTask } from "@/db/queries/work-tasks";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/days";
import { can } from "@/lib/domain/permissions";
import { requireActor } from "@/lib/session";
import { discard, save, submit, withdraw } from "./actions";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.report");
  return { title: `${t("title")} ${(await params).code}` };
}

export default async function ReportPage({ params }: Props) {
  const { code } = await params;
  const actor = await requireActor(`/reports/${code}`);
  const now = await currentTime();
  const task = await getTask(actor, code, dayIn(now));
  if (!task || !can(actor, "submission.write", { leadDepartmentId: task.leadId })) notFound();
  const form = await reportForm(actor, code, now);
  if (!form) notFound();
  const t = await getTranslations("work.report");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("forTask", { code, title: task.title })}
        </Anchor>
      </p>
      {actor.role === "head" && (
        <div className="mb-4">
          <Notice tone="info">{t("headNote")}</Notice>
        </div>
      )}
      {form.refusal ? (
        <RefusalNotice refusal={form.refusal} />
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
          <ReportDesk code={code} form={form} actions={{ save, submit, withdraw, discard }} />
          <ReportContext
            task={task}
            published={form.published}
            lastReturn={form.open?.lastReturn ?? null}
          />
        </div>
      )}
    </>
  );
}
