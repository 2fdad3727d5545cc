import { getTranslations } from "next-intl/server";
import { LastReport } from "@/components/submissions/reports/report-context";
import { ReportForm } from "@/components/submissions/reports/report-form";
import { reportForm } from "@/db/queries/submissions/report-form";
import { loadFormTask, SubmissionFormPage } from "../../submission-form-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("work.report");
  return { title: `${t("title")} ${(await params).code}` };
}

export default async function ReportPage({ params }: Props) {
  const { code } = await params;
  const { actor, task, now } = await loadFormTask(code, "progress");
  const facts = await reportForm(actor, code, "progress", now);
  const t = await getTranslations("work.report");
  return (
    <SubmissionFormPage
      {...{ task, facts }}
      title={t("title")}
      kind="progress"
      writer={actor}
      aside={({ last }) => <LastReport kind="progress" last={last} />}
    >
      {(facts, actions) => <ReportForm {...{ code, facts, actions }} kind="progress" />}
    </SubmissionFormPage>
  );
}
