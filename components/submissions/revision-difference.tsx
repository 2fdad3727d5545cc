import { useTranslations } from "next-intl";
import { type ReportContent, reportParts } from "@/components/submissions/reports/report-text";
import { useDay, useMoment } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { dayIn } from "@/lib/domain/calendar/days";
import { DifferenceText } from "./difference-text";

type Props = {
  revision: { number: number; content: ReportContent; submittedAt: Date; submittedBy: string };
  published: (ReportContent & { publishedAt: Date }) | null;
};

/** What was sent, held against the last report that the public has seen. */
export function RevisionDifference({ revision, published }: Props) {
  const t = useTranslations("work.review");
  const parts = useTranslations("work.report");
  const day = useDay();
  const moment = useMoment();
  const { number, content, submittedBy, submittedAt } = revision;
  const period = ({ periodStart, periodEnd }: ReportContent) => ({
    start: day(periodStart),
    end: day(periodEnd),
  });
  const percent = (value: number | null) => (value === null ? parts("noPercent") : `${value}%`);
  return (
    <section aria-labelledby="difference" className="border border-line bg-paper p-4">
      <h2 id="difference" className="text-lg font-bold">
        {t("difference")}
      </h2>
      <p className="text-sm text-muted">
        {published
          ? t("differenceHint", {
              ...period(published),
              day: day(dayIn(published.publishedAt)),
            })
          : t("first")}
      </p>
      <p className="text-sm">
        {t("revision", { number })} ·{" "}
        {t("sentBy", { name: submittedBy, time: moment(submittedAt) })}
      </p>
      <Facts>
        <Fact label={t("period")}>{parts("periodRange", period(content))}</Fact>
        <Fact label={t("percent")}>
          <strong className="font-semibold">
            {published
              ? t("percentChange", {
                  before: percent(published.percent),
                  after: percent(content.percent),
                })
              : percent(content.percent)}
          </strong>
        </Fact>
      </Facts>
      {reportParts.map((part) => (
        <section key={part} className="mt-3">
          <h3 className="font-semibold">{parts(part)}</h3>
          <p lang="zh-CN" className="whitespace-pre-line">
            {published ? (
              <DifferenceText before={published[part]} after={content[part]} />
            ) : (
              content[part] || parts("noText")
            )}
          </p>
        </section>
      ))}
    </section>
  );
}
