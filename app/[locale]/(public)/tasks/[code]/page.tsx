import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClauseQuote } from "@/components/documents/clause-quote";
import { CorrectionLog } from "@/components/documents/correction-log";
import { TaskDuties, TaskHeading, TaskNotes } from "@/components/public/public-task";
import { SubTasks } from "@/components/public/public-task-table";
import { TaskSummary } from "@/components/public/task-summary";
import { FollowLinks } from "@/components/subscriptions/follow-links";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Microdata } from "@/components/ui/microdata";
import { isMailOn } from "@/db/queries/mail";
import { publicCorrections } from "@/db/queries/public/public";
import type { Query } from "@/lib/domain/inputs";
import { pageOf } from "@/lib/domain/paging";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { listPublicCodes } from "@/lib/public/public-tasks";
import { taskThing } from "@/lib/public/schema-org";
import { nameIn } from "@/messages/locales";
import { PublicPage } from "../../public-page";
import { placesIn, shownParts } from "./lists";
import { loadSummary, loadTask } from "./load-task";
import { TaskProgress } from "./task-progress";

type Props = {
  params: Promise<{ locale: string; code: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { code } = await params;
  const found = await loadTask(code, (await searchParams).asof);
  if (!found) return {};
  const t = await getTranslations();
  const { title, titleEn, health, isTracked } = found.task;
  const state = isTracked ? t(`lights.${health.light}`) : t("public.notTracked");
  return publicMetadata({
    path: `/tasks/${code}`,
    title: nameIn(await getLocale(), title, titleEn),
    description: `${state}：${found.task.quote}`,
    image: `/tasks/${code}/share.png`,
    feed: `/tasks/${code}/feed.atom`,
    json: `/api/v1/tasks/${code}`,
  });
}

export default async function TaskPage({ params, searchParams }: Props) {
  const { code } = await params;
  const query = await searchParams;
  const found = await loadTask(code, query.asof);
  if (!found) notFound();
  const { task, plan, parts, way, when } = found;
  const place = placesIn(`/tasks/${code}`, when, query);
  const { shown, ...at } = pageOf(parts, query.parts, shownParts);
  const freshness = { today: when.asOf, staleDays: plan.staleDays };
  return (
    <PublicPage path={`/tasks/${code}`} when={when}>
      <Breadcrumb links={way} />
      <article>
        <TaskHeading task={task} {...freshness} />
        {task.isTracked && <TaskSummary summary={await loadSummary(found)} />}
        <div className="beside">
          <ClauseQuote task={task} pathOf={(path, page) => pagePath(path, when, page)} />
          {task.isTracked && <TaskDuties task={task} />}
          <div>
            <SubTasks
              tasks={await listPublicCodes(when.asOf, shown)}
              count={parts.length}
              place={{ ...at, hrefOf: place("parts") }}
              {...freshness}
            />
            {task.isTracked && <TaskProgress found={found} query={query} hrefOf={place} />}
            <CorrectionLog corrections={await publicCorrections({ code }, when.asOf)} />
            <TaskNotes task={task} />
          </div>
        </div>
        <FollowLinks followed={{ kind: "task", target: code }} isMailOn={await isMailOn()} />
        <Microdata thing={taskThing(task)} />
      </article>
    </PublicPage>
  );
}
