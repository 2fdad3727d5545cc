import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Day } from "@/lib/domain/calendar/days";
import type { Search } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { searchPath } from "@/lib/domain/public/search-address";
import { TaskLines } from "./public-task-table";

type Props = { count: number; tasks: ListedTask[]; search: Search; today: Day };

/** What is due within the next days, the first of it, and the way to all. */
export function DueSoon({ count, tasks, search, today }: Props) {
  const t = useTranslations("home");
  if (count === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-lg font-bold">{t("dueSoon", { count })}</h2>
      <TaskLines tasks={tasks} today={today} />
      {count > tasks.length && (
        <p className="mt-1">
          <Anchor href={searchPath(search)} data-count={count} className="underline">
            {t("allDueSoon", { count })}
          </Anchor>
        </p>
      )}
    </section>
  );
}
