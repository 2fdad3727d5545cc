import { useTranslations } from "next-intl";
import { useDay, useMoment } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { dayIn } from "@/lib/domain/calendar/days";
import type { ReportContent as Content, TypedContent } from "@/lib/domain/submissions/contents";
import { DifferenceText } from "./difference";
import { SubmissionText, type Unit } from "./submission-text";

type Props = {
  content: TypedContent;
  revision: { number: number; submittedAt: Date; submittedBy: string };
  published: (ReportContent & { publishedAt: Date }) | null;
  units: readonly Unit[];
};

/** What was sent: the lead unit's report against the last one the public has seen, anything else as it stands. */
export function SentRevision({ content, revision, published, units }: Props) {
  const t = useTranslations();
  const moment = useMoment();
  const { number, submittedBy: name, submittedAt } = revision;
  if (content.kind === "progress" || content.kind === "completion")
    return (
      <RevisionDifference
        revision={{ ...revision, content: content.content }}
        published={published}
      />
    );
  return (
    <section aria-labelledby="sent" className="space-y-2">
      <h2 id="sent" className="text-lg font-bold">
        {t(`submissionKinds.${content.kind}`)}
      </h2>
      <p className="text-sm text-muted">
        {t("work.review.revision", { number })} ·{" "}
        {t("work.review.sentBy", { name, time: moment(submittedAt) })}
      </p>
      <SubmissionText content={content} units={units} />
    </section>
  );
}

type RevisionDifferenceProps = {
  revision: { number: number; content: ReportContent; submittedAt: Date; submittedBy: string };
  published: (ReportContent & { publishedAt: Date }) | null;
};

/** What was sent, held against the last report that the public has seen. */
function RevisionDifference({ revision, published }: RevisionDifferenceProps) {
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
        {content.completedOn && (
          <Fact label={parts("completedOn")}>{day(content.completedOn)}</Fact>
        )}
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

export type ReportContent = Omit<Content, "noNews">;

/** The fixed triple of a report. */
const reportParts = ["progress", "problems", "nextSteps"] as const;
