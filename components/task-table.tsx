import { useTranslations } from "next-intl";
import { DeadlineLine } from "./deadline";
import { LightTag } from "./light-tag";
import { Owner } from "./owner";
import { TimeLeft } from "./time-left";
import { Anchor } from "./ui/anchor";
import { Cell, Table } from "./ui/table";
import { deadlineOf, type WorkTask } from "./work-task";

/** The ledger (督办台账): one dense row a task. */
export function TaskTable({ tasks }: { tasks: WorkTask[] }) {
  const t = useTranslations();
  const label = (name: string) => t(`work.tasks.${name}`);
  const columns = ["code", "task", "lead", "due", "percent", "standing", "status"].map(label);
  return (
    <Table caption={t("work.tasks.title")} columns={columns}>
      {tasks.map((task) => (
        <tr key={task.code}>
          <Cell label={label("code")} className="whitespace-nowrap">
            {task.code}
          </Cell>
          <Cell label={label("task")} className="sm:min-w-60">
            <Anchor href={`/work/${task.code}`} lang="zh-CN">
              {task.title}
            </Anchor>
          </Cell>
          <Cell label={label("lead")}>
            <Owner owner={task} />
          </Cell>
          <Cell label={label("due")}>
            <DeadlineLine deadline={deadlineOf(task)} /> <TimeLeft task={task} />
          </Cell>
          <Cell label={label("percent")} className="whitespace-nowrap sm:text-right">
            {task.standing.percent === null ? t("history.noPercent") : `${task.standing.percent}%`}
          </Cell>
          <Cell label={label("standing")} className="sm:min-w-36">
            {task.kind === "principle" ? (
              t("taskKinds.principle")
            ) : (
              <LightTag standing={task.standing} />
            )}
          </Cell>
          <Cell label={label("status")} className="whitespace-nowrap">
            {task.kind !== "principle" && t(`status.${task.status}`)}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
