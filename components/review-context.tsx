import { useTranslations } from "next-intl";
import { DeadlineDetail } from "./deadline";
import { LightTag } from "./light-tag";
import { TimeLeft } from "./time-left";
import { deadlineOf, type WorkTask } from "./work-task";

/** What a reviewer holds the report against: how the task stands, its clause and its deadline. */
export function ReviewContext({ task }: { task: WorkTask & { quote: string } }) {
  const t = useTranslations("work.report");
  const label = useTranslations("work.review")("context");
  return (
    <aside aria-label={label} className="space-y-4">
      <p>
        <LightTag standing={task.standing} />
      </p>
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
    </aside>
  );
}
