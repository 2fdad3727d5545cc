import { useTranslations } from "next-intl";
import { SubmissionText } from "@/components/submissions/submission-text";
import { Anchor } from "@/components/ui/anchor";
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
        <SubmissionText content={{ kind, content: last }} />
      ) : (
        <p>{t(isPart ? "noLastPart" : "noLast")}</p>
      )}
    </section>
  );
}

type Contribution = { id: string; unit: string; content: ReportContent };

/** What the cooperating units did: for the lead unit and the supervisors, never public. */
export function Contributions({ contributions }: { contributions: Contribution[] }) {
  const t = useTranslations("work.task");
  if (contributions.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{t("contributions", { count: contributions.length })}</h2>
      <ul className="mt-2 space-y-3">
        {contributions.map(({ id, unit, content }) => (
          <li key={id}>
            <Anchor href={`/reviews/${id}`} lang="zh-CN" className="font-semibold">
              {unit}
            </Anchor>
            <SubmissionText content={{ kind: "contribution", content }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
