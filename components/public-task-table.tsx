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

const columns = [
  { name: "task", width: "20%" },
  { name: "light", width: "22%" },
  { name: "percent", width: "12%" },
  { name: "lead", width: "13%" },
  { name: "deadline", width: "21%" },
  { name: "updated", width: "12%" },
] as const;

/** Tasks as the public sees them. Its columns have one width everywhere, so that a plan's tables stand in line. */
export function PublicTaskTable({ caption, tasks, ...when }: Props) {
  const t = useTranslations("public");
  return (
    <Table
      caption={caption}
      columns={columns.map(({ name, width }) => ({ label: t(name), width }))}
    >
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
      <Cell label={t("task")}>
        <Anchor href={`/tasks/${task.code}`} className="font-semibold" lang="zh-CN">
          <small className="block font-normal text-muted">{task.code}</small>
          {task.title}
        </Anchor>
      </Cell>
      <Cell label={t("light")}>
        <LightTag standing={task.standing} />
      </Cell>
      <Cell label={t("percent")}>
        <PercentBar {...task.standing} />
        {task.trend !== undefined && (
          <small className="block text-muted">
            <TrendText trend={task.trend} light={task.standing.light} />
          </small>
        )}
      </Cell>
      <Cell label={t("lead")}>
        <Owner owner={task} />
      </Cell>
      <Cell label={t("deadline")}>
        <DeadlineLine deadline={task.deadline} />
      </Cell>
      <Cell label={t("updated")}>
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
