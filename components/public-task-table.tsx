import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { DeadlineLine } from "./deadline";
import { LastUpdate } from "./last-update";
import { LightTag } from "./light-tag";
import { Owner } from "./owner";
import { PercentBar } from "./percent-bar";
import type { PublicTaskFacts } from "./public-task";
import { Anchor } from "./ui/anchor";
import { Cell, Table } from "./ui/table";

type Props = { caption: string; tasks: PublicTaskFacts[]; today: Day; staleDays: number };

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

function Row({ task, ...when }: { task: PublicTaskFacts; today: Day; staleDays: number }) {
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
      </Cell>
      <Cell label={t("lead")} className="sm:w-[13%]">
        <Owner owner={task} />
      </Cell>
      <Cell label={t("deadline")} className="sm:w-[21%]">
        <DeadlineLine deadline={task.deadline} />
      </Cell>
      <Cell label={t("updated")} className="sm:w-[12%]">
        <LastUpdate updatedOn={task.updatedOn} status={task.status} {...when} />
      </Cell>
    </tr>
  );
}
