import { useTranslations } from "next-intl";
import { ClauseQuote } from "./clause-quote";
import { DeadlineDetail } from "./deadline";
import { Moment } from "./moment";
import { type ReportContent, ReportText } from "./report-text";
import { TimeLeft } from "./time-left";
import { Notice } from "./ui/notice";
import { type ClauseTask, clauseOf, deadlineOf } from "./work-task";

type Props = {
  task: ClauseTask;
  published: (ReportContent & { publishedAt: Date }) | null;
  lastReturn: { reason: string | null; decidedBy: string; decidedAt: Date } | null;
};

/** What stands beside the form: why it came back, the clause, the deadline, and what was said last time. */
export function ReportContext({ task, published, lastReturn }: Props) {
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
      <section className="max-lg:hidden">
        <h2 className="font-bold">{t("last")}</h2>
        {published ? <ReportText content={published} /> : <p>{t("noLast")}</p>}
      </section>
    </aside>
  );
}
