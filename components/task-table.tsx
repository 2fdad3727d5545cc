import { useTranslations } from "next-intl";
import { BatchCheck } from "./batch-box";
import { Day } from "./day";
import { DeadlineLine } from "./deadline";
import { LightTag } from "./light-tag";
import { Owner } from "./owner";
import { TimeLeft } from "./time-left";
import { Anchor } from "./ui/anchor";
import { Cell, Table } from "./ui/table";
import { deadlineOf, type WorkTask } from "./work-task";

const columns = ["code", "task", "lead", "due", "percent", "standing", "status", "published"];

/** The ledger (督办台账): one dense row a task, with a box to tick for those that can be chosen. */
export function TaskTable({ tasks, choosable }: { tasks: WorkTask[]; choosable: string[] }) {
  const t = useTranslations();
  const label = (name: string) => t(`work.tasks.${name}`);
  const canChoose = choosable.length > 0;
  const shown = [...(canChoose ? ["choose"] : []), ...columns].map(label);
  return (
    <Table caption={t("work.tasks.title")} columns={shown}>
      {tasks.map((task) => (
        <tr key={task.code}>
          {canChoose && (
            <Cell
              label={label("choose")}
              className={choosable.includes(task.code) ? "" : "max-sm:hidden"}
            >
              <BatchCheck id={task.code} />
            </Cell>
          )}
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
          <Cell label={label("published")} className="sm:min-w-28">
            {task.standing.lastPublishedOn ? (
              <Day day={task.standing.lastPublishedOn} />
            ) : (
              label("never")
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
