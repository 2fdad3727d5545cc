import { useTranslations } from "next-intl";
import { DeadlineDetail } from "./deadline";
import { Moment } from "./moment";
import { type ReportContent, ReportText } from "./report-text";
import { TimeLeft } from "./time-left";
import { Notice } from "./ui/notice";
import { deadlineOf, type WorkTask } from "./work-task";

type Props = {
  task: WorkTask & { quote: string };
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
      <section>
        <h2 className="font-bold">{t("clause")}</h2>
        <blockquote lang="zh-CN" className="border-l-4 border-brand bg-paper px-3 py-2">
          {task.quote}
        </blockquote>
      </section>
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
