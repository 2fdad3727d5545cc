import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClauseQuote } from "./clause-quote";
import { DeadlineDetail } from "./deadline";
import { Moment } from "./moment";
import { TimeLeft } from "./time-left";
import { Notice } from "./ui/notice";
import { type ClauseTask, clauseOf, deadlineOf } from "./work-task";
import type { OpenSubmission } from "./written";

type Props = {
  task: ClauseTask;
  lastReturn: OpenSubmission["lastReturn"];
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
