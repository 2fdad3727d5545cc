import { useTranslations } from "next-intl";
import { SubmissionText } from "@/components/submissions/submission-text";
import type { ReportContent } from "@/lib/domain/submissions/contents";

type Props = { kind: "progress" | "contribution"; last: ReportContent | null };

/** What was said last time, beside the form that goes on from it. */
export function LastReport({ kind, last }: Props) {
  const t = useTranslations("work.report");
  const isPart = kind === "contribution";
  return (
    <section className="max-lg:hidden">
      <h2 className="font-bold">{t(isPart ? "lastPart" : "last")}</h2>
      {last ? (
        <SubmissionText written={{ kind, content: last }} />
      ) : (
        <p>{t(isPart ? "noLastPart" : "noLast")}</p>
      )}
    </section>
  );
}
