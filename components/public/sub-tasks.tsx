import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import type { PublicTaskFacts } from "./public-task";
import { PublicTaskTable } from "./public-task-table";

type Props = { tasks: PublicTaskFacts[]; today: Day; staleDays: number };

export function SubTasks({ tasks, ...when }: Props) {
  const t = useTranslations("public");
  if (tasks.length === 0) return null;
  const heading = t("children", { count: tasks.length });
  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">{heading}</h2>
      <div className="mt-2">
        <PublicTaskTable caption={heading} tasks={tasks} {...when} />
      </div>
    </section>
  );
}
