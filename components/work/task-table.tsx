import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { BatchCheck } from "@/components/forms/batch-box";
import { HandlerName } from "@/components/tasks/handler-name";
import { Anchor } from "@/components/ui/anchor";
import { ShortDay } from "@/components/ui/day";
import { ShortDeadline } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import { Pages } from "@/components/ui/pages";
import type { Day } from "@/lib/domain/calendar/days";
import type { Order } from "@/lib/domain/tasks/ledger-filters";
import { toFamilies } from "@/lib/domain/tasks/task-tree";
import { deadlineOf, type WorkTask } from "@/lib/domain/tasks/work-task";
import { FoldButton, FoldedRows } from "./folded-rows";

/** Each with the order that its head asks for, where there is one. */
const columns: [name: string, order?: Order][] = [
  ["code", "document"],
  ["task"],
  ["lead"],
  ["due", "due"],
  ["percent"],
  ["health", "light"],
  ["status"],
  ["published", "published"],
];

type Props = {
  tasks: WorkTask[];
  choosable: string[];
  today: Day;
  order: Order;
  /** The same list in another order. */
  hrefOf: (order: Order) => string;
};

/** The ledger (督办台账): one line a task, parts foldable below their parent, with a box to tick for those that can be chosen. */
export function TaskTable({ tasks, choosable, today, order, hrefOf }: Props) {
  const t = useTranslations("work.tasks");
  const canChoose = choosable.length > 0;
  const rowOf = (task: WorkTask, folds = false) => (
    <Row key={task.code} {...{ task, today, folds, canChoose }}>
      {canChoose && choosable.includes(task.code) && <BatchCheck id={task.code} />}
    </Row>
  );
  return (
    <table className="ledger">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          {canChoose && <th scope="col">{t("choose")}</th>}
          {columns.map(([name, own]) => (
            <th key={name} scope="col" aria-sort={own && own === order ? "ascending" : undefined}>
              {own && own !== order ? <Anchor href={hrefOf(own)}>{t(name)}</Anchor> : t(name)}
            </th>
          ))}
        </tr>
      </thead>
      {toFamilies(tasks).map(([first, ...parts]) => (
        <FoldedRows key={first.code}>
          {rowOf(first, parts.length > 0)}
          {parts.map((part) => rowOf(part))}
        </FoldedRows>
      ))}
    </table>
  );
}

type RowProps = {
  task: WorkTask;
  today: Day;
  folds: boolean;
  canChoose: boolean;
  children: React.ReactNode;
};

function Row({ task, today, folds, canChoose, children }: RowProps) {
  const t = useTranslations();
  const { percent, lastPublishedOn } = task.health;
  const isTracked = task.kind !== "principle";
  return (
    <tr>
      {canChoose && <td>{children}</td>}
      <td className="whitespace-nowrap">
        {task.code}
        {folds && <FoldButton label={t("work.tasks.fold", { title: task.title })} />}
      </td>
      <td>
        <Anchor href={`/work/${task.code}`} lang="zh-CN">
          {task.title}
        </Anchor>
      </td>
      <td>
        <Owner owner={{ ...task, lead: task.leadShortName ?? task.lead }} />{" "}
        <HandlerName task={task} />
      </td>
      <td className="whitespace-nowrap">
        <ShortDeadline deadline={deadlineOf(task)} task={task} today={today} />
      </td>
      <td className="whitespace-nowrap">
        {percent === null ? t("history.noPercent") : `${percent}%`}
      </td>
      <td>{isTracked ? <LightTag health={task.health} /> : t("taskKinds.principle")}</td>
      <td className="whitespace-nowrap">{isTracked && t(`status.${task.status}`)}</td>
      <td className="whitespace-nowrap">
        {lastPublishedOn ? <ShortDay day={lastPublishedOn} today={today} /> : t("work.tasks.never")}
      </td>
    </tr>
  );
}

type ChildrenProps = { tasks: WorkTask[]; count: number; place: ComponentProps<typeof Pages> };

/** A parent's sub-tasks, as far as the reader takes part in them: a page of so many. */
export function ChildTasks({ tasks, count, place }: ChildrenProps) {
  const t = useTranslations();
  if (count === 0) return null;
  return (
    <section id="parts" aria-labelledby="sub-tasks" data-total={count} className="mt-6">
      <h2 id="sub-tasks" className="text-lg font-bold">
        {t("work.task.children", { count })}
      </h2>
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
      <Pages {...place} />
    </section>
  );
}
