import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { DeadlineLine } from "./deadline";
import { LastUpdate } from "./last-update";
import { LightTag } from "./light-tag";
import { Owner } from "./owner";
import { PercentBar } from "./percent-bar";
import type { PublicTaskFacts } from "./public-task";
import { type Trend, TrendText } from "./trend";
import { Anchor } from "./ui/anchor";
import { Cell, Table } from "./ui/table";

/** A list of several plans gives each task the days after which its own plan calls it stale. */
type Listed = PublicTaskFacts & { staleDays?: number; trend?: Trend };
type Props = { caption: string; tasks: Listed[]; today: Day; staleDays?: number };

/** Tasks as the public sees them. Its columns have one width everywhere, so that a plan's tables stand in line. */
export function PublicTaskTable({ caption, tasks, ...when }: Props) {
  const t = useTranslations("public");
  const columns = ["task", "light", "percent", "lead", "deadline", "updated"] as const;
  return (
    <Table caption={caption} columns={columns.map((column) => t(column))}>
      {tasks.map((task) => (
        <Row key={task.code} task={task} {...when} />
      ))}
    </Table>
  );
}

function Row({ task, today, staleDays }: { task: Listed; today: Day; staleDays?: number }) {
  const t = useTranslations("public");
  return (
    <tr>
      <Cell label={t("task")} className="sm:w-[20%]">
        <Anchor href={`/tasks/${task.code}`} className="font-semibold" lang="zh-CN">
          <small className="block font-normal text-muted">{task.code}</small>
          {task.title}
        </Anchor>
      </Cell>
      <Cell label={t("light")} className="sm:w-[22%]">
        <LightTag standing={task.standing} />
      </Cell>
      <Cell label={t("percent")} className="sm:w-[12%]">
        <PercentBar {...task.standing} />
        {task.trend !== undefined && (
          <small className="block text-muted">
            <TrendText trend={task.trend} light={task.standing.light} />
          </small>
        )}
      </Cell>
      <Cell label={t("lead")} className="sm:w-[13%]">
        <Owner owner={task} />
      </Cell>
      <Cell label={t("deadline")} className="sm:w-[21%]">
        <DeadlineLine deadline={task.deadline} />
      </Cell>
      <Cell label={t("updated")} className="sm:w-[12%]">
        <LastUpdate
          updatedOn={task.updatedOn}
          status={task.status}
          today={today}
          staleDays={task.staleDays ?? staleDays ?? Number.POSITIVE_INFINITY}
        />
      </Cell>
    </tr>
  );
}
