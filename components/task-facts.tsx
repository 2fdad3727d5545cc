import { useTranslations } from "next-intl";
import { Day } from "./day";
import { DeadlineDetail } from "./deadline";
import { Owner } from "./owner";
import { Anchor } from "./ui/anchor";
import { Fact, Facts } from "./ui/facts";
import { deadlineOf, type WorkTask } from "./work-task";

type Task = WorkTask & {
  planTitle: string;
  parentCode: string | null;
  parentTitle: string | null;
  cooperating: { name: string }[];
  deadlineNote: string | null;
  note: string | null;
  reference: string | null;
};

export function TaskFacts({ task }: { task: Task }) {
  const t = useTranslations();
  const { standing, cooperating } = task;
  const label = (name: string) => t(`work.task.${name}`);
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{label("facts")}</h2>
      <div className="mt-2 border border-line bg-paper px-4">
        <Facts>
          <Fact label={label("lead")}>
            <Owner owner={task} />
          </Fact>
          <Fact label={label("cooperating")}>
            <span lang="zh-CN">{cooperating.map(({ name }) => name).join("、")}</span>
            {cooperating.length === 0 && label("none")}
          </Fact>
          <Fact label={label("due")}>
            <DeadlineDetail deadline={deadlineOf(task)} />
            {task.deadlineNote && (
              <p lang="zh-CN" className="text-sm text-muted">
                {task.deadlineNote}
              </p>
            )}
          </Fact>
          <Fact label={label("cycle")}>{t(`cycles.${task.cycle}`)}</Fact>
          <Fact label={label("percent")}>
            {standing.percent === null ? t("history.noPercent") : `${standing.percent}%`}
            {standing.childCount > 0 && (
              <small className="text-muted">（{label("rolledUp")}）</small>
            )}
          </Fact>
          <Fact label={label("published")}>
            {standing.lastPublishedOn ? (
              <Day day={standing.lastPublishedOn} />
            ) : (
              t("work.tasks.never")
            )}
          </Fact>
          <Fact label={label("plan")}>
            <span lang="zh-CN">{task.planTitle}</span>
          </Fact>
          {task.parentCode && (
            <Fact label={label("parent")}>
              <Anchor href={`/work/${task.parentCode}`} lang="zh-CN">
                {task.parentCode} {task.parentTitle}
              </Anchor>
            </Fact>
          )}
          {task.reference && (
            <Fact label={label("reference")}>
              <span lang="zh-CN">{task.reference}</span>
            </Fact>
          )}
          {task.note && (
            <Fact label={label("note")}>
              <span lang="zh-CN">{task.note}</span>
            </Fact>
          )}
        </Facts>
      </div>
    </section>
  );
}
