import { useTranslations } from "next-intl";
import type { ReportContent } from "@/components/submissions/reports/report-text";
import { useMoment } from "@/components/ui/day";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { RevisionDifference } from "./revision-difference";
import type { Unit } from "./submission-parts";
import { SubmissionText } from "./submission-text";

type Props = {
  written: TypedContent;
  revision: { number: number; submittedAt: Date; submittedBy: string };
  published: (ReportContent & { publishedAt: Date }) | null;
  units: readonly Unit[];
};

/** What was sent: the lead unit's report against the last one the public has seen, anything else as it stands. */
export function SentRevision({ written, revision, published, units }: Props) {
  const t = useTranslations();
  const moment = useMoment();
  const { number, submittedBy: name, submittedAt } = revision;
  if (written.kind === "progress" || written.kind === "completion")
    return (
      <RevisionDifference
        revision={{ ...revision, content: written.content }}
        published={published}
      />
    );
  return (
    <section aria-labelledby="sent" className="space-y-2">
      <h2 id="sent" className="text-lg font-bold">
        {t(`submissionKinds.${written.kind}`)}
      </h2>
      <p className="text-sm text-muted">
        {t("work.review.revision", { number })} ·{" "}
        {t("work.review.sentBy", { name, time: moment(submittedAt) })}
      </p>
      <SubmissionText written={written} units={units} />
    </section>
  );
}
