import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { AssignmentRecord } from "@/lib/domain/audit/audit-events";
import type { AssignmentField } from "@/lib/domain/tasks/assignment";

type Props = { before: AssignmentRecord; after: AssignmentRecord; changed: AssignmentField[] };

/** What an assignment changes, before → after: in the history, and before it is confirmed. */
export function AssignmentChanges({ before, after, changed }: Props) {
  const t = useTranslations("history");
  const say = useFieldText();
  return (
    <dl className="text-sm">
      {changed.map((field) => (
        <div key={field} className="gap-2 sm:flex">
          <dt className="shrink-0 text-muted">{t(`fields.${field}`)}</dt>
          <dd>
            <del lang="zh-CN" className="text-muted">
              <span className="sr-only">{t("before")} </span>
              {say(field, before)}
            </del>
            <span aria-hidden="true"> → </span>
            <ins lang="zh-CN" className="font-semibold no-underline">
              <span className="sr-only">{t("after")} </span>
              {say(field, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useFieldText() {
  const t = useTranslations();
  const day = useDay();
  return (field: AssignmentField, assignment: AssignmentRecord): string => {
    const { lead, ownerBasis, cooperating, dueOn, deadlineBasis, cycle, reportDay } = assignment;
    const none = t("history.empty");
    switch (field) {
      case "lead":
        return lead ?? none;
      case "ownerBasis":
        return ownerBasis ? t(`ownerBasis.${ownerBasis}`) : none;
      case "cooperating":
        return cooperating.join("、") || none;
      case "dueOn":
        return dueOn
          ? `${day(dueOn)}${deadlineBasis ? ` · ${t(`deadline.${deadlineBasis}`)}` : ""}`
          : none;
      case "cycle":
        return reportDay === null
          ? t(`cycles.${cycle}`)
          : t("history.reportDay", { cycle: t(`cycles.${cycle}`), day: reportDay });
    }
  };
}
