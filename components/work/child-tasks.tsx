import { useTranslations } from "next-intl";
import type { WorkTask } from "@/components/tasks/work-task";
import { Anchor } from "@/components/ui/anchor";
import { LightTag } from "@/components/ui/light-tag";

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
