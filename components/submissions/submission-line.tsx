import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/day";
import { type Day, dayIn, daysBetween } from "@/lib/domain/calendar/days";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";

/** Where a report on its way is, with whom and for how long. */
export function SubmissionLine({ submission, today }: { submission: OpenSubmission; today: Day }) {
  const t = useTranslations();
  const { kind, status, step, stepSince, savedAt, author, unit, reviewSteps } = submission;
  const by = step === null ? undefined : reviewSteps[step - 1]?.by;
  const words = { kind: t(`submissionKinds.${kind}`) };
  return (
    <span>
      {by
        ? t("work.task.openStep", { ...words, step: t(`steps.${by}`) })
        : t("work.task.openState", { ...words, status: t(`submissionStatus.${status}`) })}
      <span className="text-muted">
        {" · "}
        {stepSince ? (
          t("work.task.waiting", { days: daysBetween(dayIn(stepSince), today) })
        ) : (
          <Moment at={savedAt} message="work.task.savedAt" />
        )}
        {" · "}
        {t("work.task.author", { name: author, unit })}
      </span>
    </span>
  );
}
