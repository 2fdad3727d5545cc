"use client";
import { useTranslations } from "next-intl";
import { SubmissionForm } from "@/components/submissions/submission-form";
import type { WriteActions } from "@/components/submissions/use-submission-form";
import { ReportFields } from "./report-fields";
import { periodChoices, type ReportFormFacts, reportMapping } from "./report-values";

type Props = {
  code: string;
  kind: "progress" | "contribution";
  facts: ReportFormFacts;
  actions: WriteActions;
};

/** 进展报告 and 办结申请 of the lead unit, or 配合情况 of a cooperating one. */
export function ReportForm({ code, kind, facts, actions }: Props) {
  const t = useTranslations("work.report");
  const { last, dueStart, open } = facts;
  const periods = periodChoices(facts.periods, open?.content ?? null);
  const mapping = reportMapping({ kind, last, periods, dueStart });
  const note = t(kind === "contribution" ? "contributionNote" : "publicNote");
  return (
    <SubmissionForm code={code} facts={facts} mapping={mapping} actions={actions} note={note}>
      {(fields) => <ReportFields {...fields} facts={{ ...facts, periods }} />}
    </SubmissionForm>
  );
}
