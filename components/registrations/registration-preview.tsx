import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Day } from "@/components/ui/day";
import { DeadlineLine } from "@/components/ui/deadline";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import type { DraftDocument, DraftTask } from "@/lib/domain/registrations/drafts";
import type { Duplicate } from "@/lib/domain/registrations/duplicates";

type Props = {
  document: DraftDocument | null;
  documentTitle: string;
  text: string;
  plan: { title: string; summary: string } | null;
  tasks: DraftTask[];
  codes: string[];
  unitOf: ReadonlyMap<string, string>;
};

/** A draft as the public will see it: the plan, its tasks with their words, and the text that they quote. */
export function RegistrationPreview({
  document,
  documentTitle,
  text,
  plan,
  tasks,
  codes,
  unitOf,
}: Props) {
  const t = useTranslations();
  return (
    <article className="space-y-6">
      {plan && (
        <section lang="zh-CN">
          <h2 className="text-xl font-bold">{plan.title}</h2>
          <p>{plan.summary}</p>
        </section>
      )}
      <ol className="divide-y divide-line border border-line bg-paper">
        {tasks.map((task, i) => (
          <PreviewTask key={task.uid} task={task} code={codes[i] ?? ""} unitOf={unitOf} />
        ))}
      </ol>
      <section>
        <h2 lang="zh-CN" className="text-lg font-bold">
          {documentTitle}
        </h2>
        {document && (
          <Facts>
            <Fact label={t("work.registration.docKind")}>
              <span lang="zh-CN">{document.kind}</span>
            </Fact>
            <Fact label={t("work.registration.issuer")}>
              <span lang="zh-CN">{document.issuer}</span>
            </Fact>
            <Fact label={t("work.registration.documentNumber")}>
              {document.documentNumber || t("public.document.notGiven")}
            </Fact>
            <Fact label={t("work.registration.datedOn")}>
              {document.datedOn ? <Day day={document.datedOn} /> : t("public.document.notGiven")}
            </Fact>
            <Fact label={t("work.registration.publishedOn")}>
              <Day day={document.publishedOn} />
            </Fact>
          </Facts>
        )}
        <details className="mt-3 border border-line bg-paper px-4">
          <summary className="py-3 font-semibold">{t("work.registration.text")}</summary>
          <p lang="zh-CN" className="whitespace-pre-line pb-4">
            {text}
          </p>
        </details>
      </section>
    </article>
  );
}

type TaskProps = { task: DraftTask; code: string; unitOf: Props["unitOf"] };

function PreviewTask({ task, code, unitOf }: TaskProps) {
  const t = useTranslations();
  const { title, quote, leadId, cooperatingIds, deadlineVerbatim, deadlineKind } = task;
  const { windowStart, dueOn, cycle, depth, kind } = task;
  const units = cooperatingIds.map((id) => unitOf.get(id) ?? "").join("、");
  const basis =
    dueOn === null ? null : deadlineVerbatim ? ("source" as const) : ("assigned" as const);
  return (
    <li className="space-y-1 px-4 py-3" style={{ paddingLeft: `${1 + depth}rem` }}>
      <p lang="zh-CN" className="font-semibold">
        <span className="text-muted">{code}</span> {title}
      </p>
      <blockquote lang="zh-CN" className="border-l-4 border-line pl-3">
        {quote}
      </blockquote>
      <p className="text-sm text-muted">
        {t(`taskKinds.${kind}`)} ·{" "}
        <span lang="zh-CN">
          {t("work.registration.previewLead", {
            lead: (leadId && unitOf.get(leadId)) || t("work.registration.noLead"),
          })}
        </span>
        {units && ` · ${t("work.registration.previewCooperating", { units })}`}
        {" · "}
        <DeadlineLine
          deadline={{
            ...{ basis, windowStart, dueOn, kind: deadlineKind, restDay: null },
            verbatim: deadlineVerbatim || null,
            baselineDueOn: dueOn,
          }}
        />
        {" · "}
        {t(`cycles.${cycle}`)}
      </p>
    </li>
  );
}

type DuplicatesProps = { duplicates: Duplicate[]; tasks: DraftTask[]; codes: string[] };

/** What is perhaps supervised already, with the way there. */
export function Duplicates({ duplicates, tasks, codes }: DuplicatesProps) {
  const t = useTranslations("work.registration");
  if (duplicates.length === 0) return null;
  const yes = (isTrue: boolean) => (isTrue ? "yes" : "no");
  return (
    <Notice tone="caution" title={t("duplicates")}>
      <p>{t("duplicatesHint")}</p>
      <ul className="list-disc pl-5" lang="zh-CN">
        {duplicates.map(({ uid, code, title, likeness }) => (
          <li key={`${uid} ${code}`}>
            <Anchor href={`/work/${code}`}>
              {t("duplicate", {
                code: codes[tasks.findIndex((task) => task.uid === uid)] ?? "",
                other: code,
                title,
                quote: yes(likeness.quote),
                unit: yes(likeness.unit),
                period: yes(likeness.period),
              })}
            </Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
