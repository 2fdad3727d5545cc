import { getTranslations } from "next-intl/server";
import { Pages } from "@/components/pages";
import { TaskFilters } from "@/components/task-filters";
import { TaskTable } from "@/components/task-table";
import { listTasks, type WorkTask } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { requireActor } from "@/lib/session";
import { filterTasks, pageOf, readFilters } from "./filters";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.tasks"))("title") };
}

export default async function TasksPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requireActor(pathWith(query));
  const filters = readFilters(query);
  const tasks = await listTasks(actor, await currentDay());
  const found = filterTasks(tasks, filters);
  const { tasks: shown, page, pages } = pageOf(found, query);
  const t = await getTranslations("work.tasks");
  return (
    <>
      <h1 className="mb-3 text-2xl font-bold">{t("title")}</h1>
      <TaskFilters filters={filters} plans={plansOf(tasks)} units={unitsOf(tasks)} />
      <p className="my-3">{t("count", { count: found.length })}</p>
      {shown.length === 0 ? <p className="py-6">{t("none")}</p> : <TaskTable tasks={shown} />}
      <Pages
        page={page}
        pages={pages}
        hrefOf={(number) => pathWith({ ...query, page: String(number) })}
      />
    </>
  );
}

function pathWith(query: Record<string, string | string[] | undefined>): string {
  const single = Object.entries(query).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const search = new URLSearchParams(single).toString();
  return search ? `/work?${search}` : "/work";
}

function plansOf(tasks: WorkTask[]) {
  return distinct(tasks.map(({ planSlug, planShortTitle }) => [planSlug, planShortTitle]));
}

function unitsOf(tasks: WorkTask[]) {
  return distinct(
    tasks.flatMap(({ leadCode, lead }) => (leadCode && lead ? [[leadCode, lead]] : [])),
  );
}

function distinct(pairs: [string, string][]) {
  return [...new Map(pairs)].map(([value, label]) => ({ value, label }));
}
