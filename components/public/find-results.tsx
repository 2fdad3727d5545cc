import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Pages } from "@/components/ui/pages";
import type { Day } from "@/lib/domain/calendar/days";
import { pageOf } from "@/lib/domain/paging";
import type { Search } from "@/lib/domain/public/public-search";
import { searchPath } from "@/lib/domain/public/search-address";
import type { PublicTaskFacts } from "./public-task";
import { PublicTaskTable } from "./public-task-table";

// A page of more than this would be heavier than a public page may be.
const pageSize = 20;

type Props = { tasks: (PublicTaskFacts & { staleDays?: number })[]; search: Search; asOf: Day };

/** What was found, a page of it. Principles are not tracked and stand apart. */
export function FindResults({ tasks, search, asOf }: Props) {
  const t = useTranslations("find");
  const tracked = tasks.filter(({ isTracked }) => isTracked);
  const principles = tasks.filter(({ isTracked }) => !isTracked);
  const { shown, page, pages } = pageOf(tracked, search.page, pageSize);
  return (
    <>
      <PublicTaskTable caption={t("results")} tasks={shown} today={asOf} />
      <Pages page={page} pages={pages} hrefOf={(to) => searchPath({ ...search, page: to })} />
      {principles.length > 0 && page === pages && <Principles tasks={principles} />}
    </>
  );
}

function Principles({ tasks }: { tasks: PublicTaskFacts[] }) {
  const t = useTranslations("find");
  return (
    <section className="mt-6">
      <h2 className="font-semibold">{t("principles", { count: tasks.length })}</h2>
      <ul className="mt-1 space-y-1">
        {tasks.map(({ code, title }) => (
          <li key={code}>
            <Anchor href={`/tasks/${code}`} lang="zh-CN">
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
