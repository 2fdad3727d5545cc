import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LastReport } from "@/components/submissions/reports/report-context";
import { ReportForm } from "@/components/submissions/reports/report-form";
import { AdjustmentForm } from "@/components/submissions/requests/adjustment-form";
import { ExtensionDates } from "@/components/submissions/requests/extension-dates";
import { ExtensionForm } from "@/components/submissions/requests/extension-form";
import { ObjectionForm } from "@/components/submissions/requests/objection-form";
import { ObjectionLimit } from "@/components/submissions/requests/objection-limit";
import { reportForm } from "@/db/queries/submissions/report-form";
import {
  adjustmentForm,
  extensionForm,
  objectionForm,
} from "@/db/queries/submissions/request-form";
import { loadFormTask, SubmissionFormPage } from "../../../submission-form-page";
import { find } from "../../../unit-actions";

type Props = { params: Promise<{ kind: string; code: string }> };

const pages = {
  extension: ExtensionPage,
  adjustment: AdjustmentPage,
  objection: ObjectionPage,
  contribution: ContributionPage,
};

export async function generateMetadata({ params }: Props) {
  const { kind, code } = await params;
  const t = await getTranslations("work.write");
  return { title: `${t(kindOf(kind))} ${code}` };
}

/** Every kind but the report has the address of a request: what is asked for, of which task. */
export default async function RequestPage({ params }: Props) {
  const { code, ...rest } = await params;
  const kind = kindOf(rest.kind);
  const found = await loadFormTask(code, kind);
  const t = await getTranslations("work.write");
  const Page = pages[kind];
  return <Page {...found} title={t(kind)} />;
}

function kindOf(kind: string): keyof typeof pages {
  return Object.hasOwn(pages, kind) ? (kind as keyof typeof pages) : notFound();
}

type KindProps = Awaited<ReturnType<typeof loadFormTask>> & { title: string };

/** 延期申请, beside the due day and its moves so far. */
async function ExtensionPage({ actor, task, now, title }: KindProps) {
  const { code } = task;
  return (
    <SubmissionFormPage
      {...{ title, task }}
      kind="extension"
      writer={actor}
      facts={await extensionForm(actor, code, now)}
      aside={(facts) => <ExtensionDates {...facts} />}
    >
      {(facts, actions) => <ExtensionForm {...{ code, facts, actions }} />}
    </SubmissionFormPage>
  );
}

/** 调整申请. */
async function AdjustmentPage({ actor, task, title }: KindProps) {
  const { code } = task;
  return (
    <SubmissionFormPage
      {...{ title, task }}
      kind="adjustment"
      writer={actor}
      facts={await adjustmentForm(actor, code)}
    >
      {(facts, actions) => <AdjustmentForm {...{ code, facts, actions, find }} />}
    </SubmissionFormPage>
  );
}

/** 异议, beside how long there is to object. */
async function ObjectionPage({ actor, task, now, title }: KindProps) {
  const { code } = task;
  return (
    <SubmissionFormPage
      {...{ title, task }}
      kind="objection"
      writer={actor}
      facts={await objectionForm(actor, code, now)}
      aside={(facts) => <ObjectionLimit {...facts} />}
    >
      {(facts, actions) => <ObjectionForm {...{ code, facts, actions, find }} />}
    </SubmissionFormPage>
  );
}

/** 配合情况 of a cooperating unit, in the form of a report. */
async function ContributionPage({ actor, task, now, title }: KindProps) {
  const { code } = task;
  return (
    <SubmissionFormPage
      {...{ title, task }}
      kind="contribution"
      writer={actor}
      facts={await reportForm(actor, code, "contribution", now)}
      aside={({ last }) => <LastReport kind="contribution" last={last} />}
    >
      {(facts, actions) => <ReportForm {...{ code, facts, actions }} kind="contribution" />}
    </SubmissionFormPage>
  );
}
