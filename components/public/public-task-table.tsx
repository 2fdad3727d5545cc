import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Day, ShortDay } from "@/components/ui/day";
import { DeadlineLine } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Name } from "@/components/ui/name";
import { Owner } from "@/components/ui/owner";
import { Pages } from "@/components/ui/pages";
import { PercentBar } from "@/components/ui/percent-bar";
import { Sparkline, type SparkPoint } from "@/components/ui/sparkline";
import { Table } from "@/components/ui/table";
import { type Trend, TrendText } from "@/components/ui/trend";
import { type Day as DayValue, daysBetween } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";

/** A list of several plans gives each task the days after which its own plan calls it stale. */
type Listed = ListedTask & { staleDays?: number; trend?: Trend; spark?: SparkPoint[] };
/** `unit` is the one whose page this is, and leads them all: that need not be said in each row. */
type Context = {
  today: DayValue;
  staleDays?: number;
  unit?: string;
  /** Where all have the same, it is said beside the table. */
  hasDeadlines?: boolean;
};
type Props = { caption: string; captionLang?: string; tasks: Listed[] } & Context;
type RowProps = { task: Listed } & Context;

const columns = ["task", "light", "percent", "lead", "deadline", "updated"] as const;

/** Tasks as the public sees them. Its columns have one width everywhere, so that a plan's tables stand in line. */
export function PublicTaskTable({ caption, captionLang, tasks, ...context }: Props) {
  const t = useTranslations("public");
  const { hasDeadlines = true } = context;
  const hasLeads = context.unit === undefined;
  const shown = columns.filter(
    (name) => (name !== "deadline" || hasDeadlines) && (name !== "lead" || hasLeads),
  );
  return (
    <Table
      caption={caption}
      captionLang={captionLang}
      columns={shown.map((name) => t(name))}
      className={`task-columns ${hasLeads ? "" : "of-unit"}`}
    >
      {tasks.map((task) => (
        <Row key={task.code} task={task} {...context} />
      ))}
    </Table>
  );
}

function Row({ task, today, staleDays, unit, hasDeadlines = true }: RowProps) {
  const t = useTranslations("public");
  return (
    <tr>
      <td>
        <Anchor href={`/tasks/${task.code}`}>
          <small>{task.code}</small>
          <Name name={task.title} english={task.titleEn} />
        </Anchor>
        {task.isWordingHidden && <small className="block text-muted">{t("wordingHidden")}</small>}
      </td>
      <td>
        <LightTag health={task.health} />
      </td>
      <td>
        <PercentBar {...task.health} />
        {task.spark && <Sparkline points={task.spark} until={today} />}
        {task.trend !== undefined && (
          <small className="block">
            <TrendText trend={task.trend} light={task.health.light} />
          </small>
        )}
      </td>
      {unit === undefined && (
        <td>
          <Owner owner={task} href={task.leadCode && `/units/${task.leadCode}`} />
        </td>
      )}
      {hasDeadlines && (
        <td>
          <DeadlineLine deadline={task.deadline} />
        </td>
      )}
      <td>
        <LastUpdate
          task={task}
          today={today}
          staleDays={task.staleDays ?? staleDays ?? Number.POSITIVE_INFINITY}
        />
      </td>
    </tr>
  );
}

type SubTasksProps = {
  tasks: ListedTask[];
  count: number;
  place: ComponentProps<typeof Pages>;
  today: DayValue;
  staleDays: number;
};

/** A page of what is right below a task, and how many there are in all. */
export function SubTasks({ tasks, count, place, ...when }: SubTasksProps) {
  const t = useTranslations("public");
  if (count === 0) return null;
  const heading = t("children", { count });
  return (
    <section id="parts" aria-labelledby="sub-tasks" data-total={count} className="mt-8">
      <h2 id="sub-tasks" className="text-lg font-bold">
        {heading}
      </h2>
      <div className="mt-2">
        <PublicTaskTable caption={heading} tasks={tasks} {...when} />
      </div>
      <Pages {...place} label={heading} />
    </section>
  );
}

type TaskListProps = { id: string; heading: string; count: number; tasks: ListedTask[] };

/** A headed list of tasks in a line each, and how many it has on all its pages. */
export function TaskList({ id, heading, count, tasks }: TaskListProps) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={id} data-total={count} className="mt-6">
      <h2 id={id} className="mb-2 text-lg font-bold">
        {heading}
      </h2>
      <TaskLines tasks={tasks} />
    </section>
  );
}

/** Tasks in a line each: what, who leads it, how it stands; with `today`, also when it is due. */
export function TaskLines({ tasks, today }: { tasks: ListedTask[]; today?: DayValue }) {
  return (
    <ul className="task-list">
      {tasks.map(({ code, title, titleEn, lead, leadEn, health, deadline: { dueOn } }) => (
        <li key={code}>
          <Anchor href={`/tasks/${code}`}>
            <Name name={title} english={titleEn} />
          </Anchor>
          <span>{lead && <Name name={lead} english={leadEn} />}</span>
          <span>
            {today && dueOn && (
              <span className="mr-3">
                <ShortDay day={dueOn} today={today} />
              </span>
            )}
            <LightTag health={health} />
          </span>
        </li>
      ))}
    </ul>
  );
}

type LastUpdateProps = {
  task: Pick<ListedTask, "updatedOn" | "approvedOn" | "status" | "health">;
  today: DayValue;
  staleDays: number;
};

/**
 * When anything was last published, and what waits to be; for a task in progress, plainly for how many days its unit has sent nothing
 * that was approved. What waits for its release check is no silence of the unit.
 */
export function LastUpdate({ task, today, staleDays }: LastUpdateProps) {
  const t = useTranslations("public");
  const { updatedOn, approvedOn, status, health } = task;
  const days = approvedOn === null ? 0 : daysBetween(approvedOn, today);
  return (
    <>
      {updatedOn ? <Day day={updatedOn} /> : <span className="text-muted">{t("notUpdated")}</span>}
      {health.waiting > 0 && (
        <small className="block">{t("waiting", { count: health.waiting })}</small>
      )}
      {status === "active" && days >= staleDays && (
        <strong className="block font-semibold text-caution">{t("stale", { days })}</strong>
      )}
    </>
  );
}
