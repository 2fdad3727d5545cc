import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClosedForm } from "@/components/submissions/closed-form";
import { LastReport } from "@/components/submissions/reports/report-context";
import { ReportForm } from "@/components/submissions/reports/report-form";
import { reportForm } from "@/db/queries/submissions/report-form";
import { loadWriting } from "../../load-writing";
import { discard, save, submit, withdraw } from "../../submission-actions";
import { WritingPage } from "../../writing-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.report");
  return { title: `${t("title")} ${(await params).code}` };
}

export default async function ReportPage({ params }: Props) {
  const { code } = await params;
  const { actor, task, now } = await loadWriting(`/reports/${code}`, code, "progress");
  const form = await reportForm(actor, code, "progress", now);
  if (!form) notFound();
  const t = await getTranslations("work.report");
  const page = { title: t("title"), role: actor.role, task, form };
  if (form.refusal)
    return (
      <WritingPage {...page}>
        <ClosedForm form={form} discard={discard} />
      </WritingPage>
    );
  return (
    <WritingPage {...page} aside={<LastReport kind="progress" last={form.last} />}>
      <ReportForm
        code={code}
        kind="progress"
        form={form}
        actions={{ save, submit, withdraw, discard }}
      />
    </WritingPage>
  );
}
