import { notFound } from "next/navigation";
import { ClosedForm } from "@/components/submissions/closed-form";
import { LastReport } from "@/components/submissions/reports/report-context";
import { ReportForm } from "@/components/submissions/reports/report-form";

import { reportForm } from "@/db/queries/submissions/report-form";
import { discard, save, submit, withdraw } from "../../../submission-actions";
import { WritingPage } from "../../../writing-page";
import type { Writing } from "./writing";

/** 配合情况 of a cooperating unit, in the form of a report. */
export async function ContributionPage({ actor, task, now, title }: Writing) {
  const form = await reportForm(actor, task.code, "contribution", now);
  if (!form) notFound();
  const page = { title, role: actor.role, task, form };
  if (form.refusal)
    return (
      <WritingPage {...page}>
        <ClosedForm form={form} discard={discard} />
      </WritingPage>
    );
  return (
    <WritingPage {...page} aside={<LastReport kind="contribution" last={form.last} />}>
      <ReportForm
        kind="contribution"
        code={task.code}
        form={form}
        actions={{ save, submit, withdraw, discard }}
      />
    </WritingPage>
  );
}
