import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DueMoves } from "@/components/tasks/due-moves";
import { NamedPersonText } from "@/components/tasks/handler-name";
import { Anchor } from "@/components/ui/anchor";
import { Day, useDay } from "@/components/ui/day";
import { DeadlineDetail } from "@/components/ui/deadline";
import { Fact, Facts } from "@/components/ui/facts";
import { Owner } from "@/components/ui/owner";
import { type DueMove, isCatchUp } from "@/lib/domain/calendar/deadlines";
import { handlerPosts } from "@/lib/domain/tasks/handlers";
import { deadlineOf, type WorkTask } from "@/lib/domain/tasks/work-task";

type Props = { task: WorkTask; moves: DueMove[]; children?: ReactNode };

/** What is so about a task; `children` is how its people are named, where the reader may. */
export function TaskFacts({ task, moves, children }: Props) {
  const t = useTranslations();
  const day = useDay();
  const { health, cooperating } = task;
  const label = (name: string, params = {}) => t(`work.task.${name}`, params);
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
          {handlerPosts.map((post) => (
            <Fact key={post} label={t(`work.handlers.${post}`)}>
              <NamedPersonText person={task[post]} />
            </Fact>
          ))}
          <Fact label={label("due")}>
            <DeadlineDetail deadline={deadlineOf(task)} />
            {isCatchUp(task) && task.parentDueOn && (
              <p className="text-sm text-muted">
                {label("catchUp", { day: day(task.parentDueOn) })}
              </p>
            )}
            {task.deadlineNote && (
              <p lang="zh-CN" className="text-sm text-muted">
                {task.deadlineNote}
              </p>
            )}
          </Fact>
          {task.dueOn && (
            <Fact label={label("moves")}>
              <DueMoves moves={moves} />
            </Fact>
          )}
          {task.scope && (
            <Fact label={label("scope")}>
              <span lang="zh-CN" className="whitespace-pre-line">
                {task.scope}
              </span>
            </Fact>
          )}
          {task.splitBy && (
            <Fact label={label("splitBy")}>{label("splitByUnit", { unit: task.splitBy })}</Fact>
          )}
          <StateDays task={task} />
          <Fact label={label("cycle")}>{t(`cycles.${task.cycle}`)}</Fact>
          <Fact label={label("percent")}>
            {health.percent === null ? t("history.noPercent") : `${health.percent}%`}
            {health.childCount > 0 && (
              <small className="text-muted">
                （{label("rolledUp", { unreported: health.unreported })}）
              </small>
            )}
          </Fact>
          <Fact label={label("published")}>
            {health.lastPublishedOn ? <Day day={health.lastPublishedOn} /> : t("work.tasks.never")}
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
      {children}
    </section>
  );
}

/** When its clock stopped, for the ways it can. */
function StateDays({ task }: { task: WorkTask }) {
  const t = useTranslations("work.task");
  const { suspendedOn, closedOn, struckOffOn } = task;
  return Object.entries({ suspendedOn, closedOn, struckOffOn }).map(
    ([name, day]) =>
      day && (
        <Fact key={name} label={t(name)}>
          <Day day={day} />
        </Fact>
      ),
  );
}
