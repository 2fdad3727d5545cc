import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClauseQuote } from "@/components/documents/clause-quote";
import { Moment } from "@/components/ui/day";
import { DeadlineDetail, TimeLeft } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Notice } from "@/components/ui/notice";
import type { OwnSubmission } from "@/lib/domain/submissions/open-submissions";
import { type ClauseTask, clauseOf, deadlineOf } from "@/lib/domain/tasks/work-task";

type Props = {
  task: ClauseTask;
  lastReturn: OwnSubmission["lastReturn"];
  children?: ReactNode;
};

/** What stands beside a form: why it came back, the clause, the deadline, and what else the kind calls for. */
export function FormContext({ task, lastReturn, children }: Props) {
  const t = useTranslations("work.report");
  return (
    <aside aria-label={t("context")} className="space-y-5 max-lg:order-first">
      {lastReturn && (
        <Notice tone="caution" title={t("returned")}>
          <p lang="zh-CN" className="whitespace-pre-line">
            {lastReturn.reason}
          </p>
          <p className="text-sm text-muted">
            {lastReturn.decidedBy} · <Moment at={lastReturn.decidedAt} />
          </p>
        </Notice>
      )}
      <ClauseQuote task={clauseOf(task)} />
      <section>
        <h2 className="font-bold">{t("target")}</h2>
        <DeadlineDetail deadline={deadlineOf(task)} />
        <TimeLeft task={task} />
      </section>
      {children}
    </aside>
  );
}

/** What a reviewer holds the report against: how the task stands, its clause and its deadline. */
export function ReviewContext({ task }: { task: ClauseTask }) {
  const t = useTranslations("work.report");
  const label = useTranslations("work.review")("context");
  return (
    <aside aria-label={label} className="space-y-4">
      <p>
        <LightTag health={task.health} />
      </p>
      <ClauseQuote task={clauseOf(task)} />
      <section>
        <h2 className="font-bold">{t("target")}</h2>
        <DeadlineDetail deadline={deadlineOf(task)} />
        <TimeLeft task={task} />
      </section>
    </aside>
  );
}
