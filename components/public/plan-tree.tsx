import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { DeadlineLine } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import { PercentBar } from "@/components/ui/percent-bar";
import type { Day } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";
import type { Branch } from "@/lib/domain/tasks/task-tree";
import { PublicTaskTable } from "./public-task-table";

type When = { today: Day; staleDays: number };

/** A plan's tasks in the order of its document, each with its sub-tasks. */
export function PlanTree({ branches, ...when }: { branches: Branch<ListedTask>[] } & When) {
  return (
    <ol className="plan-tree mt-8 space-y-8">
      {branches.map(({ task, children }) => (
        <li key={task.code}>
          <RootTask task={task} />
          {children.length > 0 && (
            <div className="mt-3">
              <PublicTaskTable
                caption={task.title}
                captionLang="zh-CN"
                tasks={children.map((child) => child.task)}
                {...when}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function RootTask({ task }: { task: ListedTask }) {
  const t = useTranslations();
  return (
    <>
      <small>
        {t(`taskKinds.${task.kind}`)} · {task.code}
      </small>
      <h2>
        <Anchor href={`/tasks/${task.code}`} lang="zh-CN">
          {task.title}
        </Anchor>
      </h2>
      {task.isTracked ? (
        <p>
          <LightTag health={task.health} />
          <Labelled label={t("public.percent")}>
            <PercentBar {...task.health} />
          </Labelled>
          <Labelled label={t("public.lead")}>
            <Owner owner={task} href={task.leadCode && `/units/${task.leadCode}`} />
          </Labelled>
          <Labelled label={t("public.deadline")}>
            <DeadlineLine deadline={task.deadline} />
          </Labelled>
        </p>
      ) : (
        <p className="text-muted">{t("public.notTracked")}</p>
      )}
    </>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      <small>{label}</small>
      {children}
    </span>
  );
}
