import { useTranslations } from "next-intl";
import { BatchCheck } from "@/components/forms/batch-box";
import { HandlerName } from "@/components/tasks/handler-name";
import { Anchor } from "@/components/ui/anchor";
import { Day } from "@/components/ui/day";
import { DeadlineLine, TimeLeft } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import { Table } from "@/components/ui/table";
import { deadlineOf, type WorkTask } from "@/lib/domain/tasks/work-task";

const columns = ["code", "task", "lead", "due", "percent", "health", "status", "published"];

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
            <td className={choosable.includes(task.code) ? "" : "max-md:hidden"}>
              <BatchCheck id={task.code} />
            </td>
          )}
          <td className="whitespace-nowrap">{task.code}</td>
          <td className="md:min-w-60">
            <Anchor href={`/work/${task.code}`} lang="zh-CN">
              {task.title}
            </Anchor>
          </td>
          <td>
            <Owner owner={{ ...task, lead: task.leadShortName ?? task.lead }} />{" "}
            <HandlerName task={task} />
          </td>
          <td>
            <DeadlineLine deadline={deadlineOf(task)} /> <TimeLeft task={task} />
          </td>
          <td className="whitespace-nowrap md:text-right">
            {task.health.percent === null ? t("history.noPercent") : `${task.health.percent}%`}
          </td>
          <td className="md:min-w-36">
            {task.kind === "principle" ? (
              t("taskKinds.principle")
            ) : (
              <LightTag health={task.health} />
            )}
          </td>
          <td className="whitespace-nowrap">
            {task.kind !== "principle" && t(`status.${task.status}`)}
          </td>
          <td className="md:min-w-28">
            {task.health.lastPublishedOn ? (
              <Day day={task.health.lastPublishedOn} />
            ) : (
              label("never")
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A parent's sub-tasks, as far as the reader takes part in them. */
export function ChildTasks({ tasks }: { tasks: WorkTask[] }) {
  const t = useTranslations();
  if (tasks.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{t("work.task.children", { count: tasks.length })}</h2>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {tasks.map(({ code, title, health }) => (
          <li key={code} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <Anchor href={`/work/${code}`} lang="zh-CN" className="flex-[1_1_14rem]">
              {code} {title}
            </Anchor>
            <span>{health.percent === null ? t("history.noPercent") : `${health.percent}%`}</span>
            <LightTag health={health} />
          </li>
        ))}
      </ul>
    </section>
  );
}
