import { useTranslations } from "next-intl";
import { ClauseQuote } from "@/components/documents/clause-quote";
import { type ClauseTask, clauseOf, deadlineOf } from "@/components/tasks/work-task";
import { DeadlineDetail, TimeLeft } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";

/** What a reviewer holds the report against: how the task stands, its clause and its deadline. */
export function ReviewContext({ task }: { task: ClauseTask }) {
  const t = useTranslations("work.report");
  const label = useTranslations("work.review")("context");
  return (
    <aside aria-label={label} className="space-y-4">
      <p>
        <LightTag health={task.health} />
      </p>
      <ClauseQuote task={clauseOf(task)} />
      <section>
        <h2 className="font-bold">{t("target")}</h2>
        <DeadlineDetail deadline={deadlineOf(task)} />
        <TimeLeft task={task} />
      </section>
    </aside>
  );
}
