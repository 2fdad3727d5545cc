import { useTranslations } from "next-intl";
import { ClauseQuote } from "./clause-quote";
import { DeadlineDetail } from "./deadline";
import { LightTag } from "./light-tag";
import { TimeLeft } from "./time-left";
import { type ClauseTask, clauseOf, deadlineOf } from "./work-task";

/** What a reviewer holds the report against: how the task stands, its clause and its deadline. */
export function ReviewContext({ task }: { task: ClauseTask }) {
  const t = useTranslations("work.report");
  const label = useTranslations("work.review")("context");
  return (
    <aside aria-label={label} className="space-y-4">
      <p>
        <LightTag standing={task.standing} />
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
