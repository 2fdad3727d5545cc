import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { DeadlineLine } from "@/components/ui/deadline";
import { LightShape, LightTag } from "@/components/ui/light-tag";
import { Name } from "@/components/ui/name";
import { Owner } from "@/components/ui/owner";
import { PercentBar } from "@/components/ui/percent-bar";
import type { Day } from "@/lib/domain/calendar/days";
import { sharedDeadline } from "@/lib/domain/calendar/deadlines";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { isLate, worstFirst } from "@/lib/domain/tasks/lights";
import type { Branch } from "@/lib/domain/tasks/task-tree";
import { nameIn } from "@/messages/locales";
import { PublicTaskTable, TaskLines } from "./public-task-table";

type When = { today: Day; staleDays: number };

/** A plan's tasks in the order of its document. Of the sub-tasks of each those that are late stand there; the others unfold. */
export function PlanTree({ branches, ...when }: { branches: Branch<ListedTask>[] } & When) {
  return (
    <ol className="plan-tree mt-6">
      {branches.map(({ task, children }) => (
        <li key={task.code}>
          <RootTask task={task} />
          {children.length > 0 && (
            <Parts whole={task} parts={children.map((child) => child.task)} {...when} />
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
      <h2>
        <Anchor href={`/tasks/${task.code}`}>
          <Name name={task.title} english={task.titleEn} />
        </Anchor>{" "}
        <small>
          {t(`taskKinds.${task.kind}`)} · {task.code}
        </small>
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
      <small className="max-sm:sr-only">{label}</small>
      {children}
    </span>
  );
}

function Parts({ whole, parts, ...when }: { whole: ListedTask; parts: ListedTask[] } & When) {
  const t = useTranslations("public");
  const locale = useLocale();
  const [late, others] = [true, false].map((wanted) =>
    parts.filter(({ health }) => isLate(health.light) === wanted),
  ) as [ListedTask[], ListedTask[]];
  const deadline = sharedDeadline(others.map((part) => part.deadline));
  return (
    <>
      {late.length > 0 && <TaskLines tasks={late} />}
      {others.length > 0 && (
        <details>
          <summary>
            {t(late.length > 0 ? "otherParts" : "parts", { count: others.length })}
            <Strip tasks={others} />
          </summary>
          {deadline && (
            <p className="mb-1 text-sm">
              {t("sharedDeadline")}
              <DeadlineLine deadline={deadline} />
            </p>
          )}
          <PublicTaskTable
            caption={nameIn(locale, whole.title, whole.titleEn)}
            captionLang={locale === "en" && whole.titleEn ? undefined : "zh-CN"}
            tasks={others}
            hasDeadlines={deadline === null}
            {...when}
          />
        </details>
      )}
    </>
  );
}

/** How tasks stand: a shape for each, and in words how many of which. */
function Strip({ tasks }: { tasks: ListedTask[] }) {
  const t = useTranslations("lights");
  const format = useFormatter();
  const lights = tasks.map(({ health }) => health.light);
  const words = worstFirst.flatMap((light) => {
    const count = lights.filter((each) => each === light).length;
    return count === 0 ? [] : [`${t(light)} ${count}`];
  });
  return (
    <span role="img" aria-label={format.list(words)} className="light-strip">
      {tasks.map(({ code, health }) => (
        <LightShape key={code} light={health.light} />
      ))}
    </span>
  );
}
