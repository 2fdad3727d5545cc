import { getTranslations } from "next-intl/server";
import {
  ClosedNote,
  UnitActs,
  UnitContact,
  UnitFacts,
  UnitSection,
} from "@/components/people/unit-facts";
import { listPath } from "@/components/people/unit-list";
import { Anchor } from "@/components/ui/anchor";
import { Pages } from "@/components/ui/pages";
import { listedPerPage, unitPeople, unitTasks } from "@/db/queries/people/unit-page";
import { listUnits } from "@/db/queries/people/unit-tree";
import type { Query } from "@/lib/domain/inputs";
import { pageNumber } from "@/lib/domain/paging";
import { contactOf, keptUnit } from "./kept-unit";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.departments"))("title") };
}

export default async function DepartmentPage({ params, searchParams }: Props) {
  const { code } = await params;
  const query = await searchParams;
  const { actor, unit } = await keptUnit(code);
  const [tasksPage, peoplePage] = [pageNumber(query.tasks), pageNumber(query.people)];
  const under = { underId: unit.id, words: "", withClosed: false, page: 1 };
  const [tasks, people, children, t, say] = await Promise.all([
    unitTasks(actor, unit.id, tasksPage),
    unitPeople(actor, unit.id, peoplePage),
    listUnits(actor, under),
    getTranslations("work.departments"),
    getTranslations(),
  ]);
  const pagesOf = (name: "tasks" | "people", page: number, count: number) => (
    <Pages
      page={page}
      pages={Math.max(1, Math.ceil(count / listedPerPage))}
      hrefOf={(each) => `/departments/${code}?${name}=${each}#${name}`}
    />
  );
  return (
    <>
      <p className="text-sm">
        <Anchor href={listPath({ under: unit.way.findLast(({ isKept }) => isKept)?.code })}>
          {t("title")}
        </Anchor>
      </p>
      <h1 lang="zh-CN" className="mb-3 text-2xl font-bold">
        {unit.name}
      </h1>
      <ClosedNote closedOn={unit.closedOn} successor={unit.successor} />
      {unit.closedOn === null && <UnitActs code={code} />}
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <UnitFacts unit={unit} />
        </div>
        <UnitContact contact={contactOf(unit)} isPublic={unit.contactIsPublic} />
      </div>
      <UnitSection
        id="tasks"
        count={unit.tasks}
        hint={t("tasksHint")}
        empty={t("noTasks")}
        pages={pagesOf("tasks", tasksPage, unit.tasks)}
      >
        {tasks.map(({ code: task, title, isLead, status }) => (
          <li key={task} className="flex flex-wrap items-center gap-x-4 px-4 py-2">
            <Anchor href={`/work/${task}`} lang="zh-CN" className="min-w-0 flex-[1_1_14rem]">
              {task} {title}
            </Anchor>
            <span className="text-sm text-muted">
              {t(`part.${isLead ? "lead" : "cooperating"}`)} · {say(`status.${status}`)}
            </span>
          </li>
        ))}
      </UnitSection>
      <UnitSection
        id="people"
        count={unit.open.people}
        empty={t("noPeople")}
        pages={pagesOf("people", peoplePage, unit.open.people)}
      >
        {people.map(({ id, name, username, role }) => (
          <li key={id} className="px-4 py-2">
            {name}
            <span className="ml-2 text-sm text-muted">
              {say(`roles.${role}`)} · {username}
            </span>
          </li>
        ))}
      </UnitSection>
      <UnitSection
        id="children"
        count={unit.open.children}
        empty={t("noChildren")}
        pages={
          children.total > children.units.length && (
            <p className="mt-2">
              <Anchor href={listPath({ under: code })} data-count={children.total}>
                {t("children", { count: children.total })}
              </Anchor>
            </p>
          )
        }
      >
        {children.units.map((child) => (
          <li key={child.code} className="px-4 py-2">
            <Anchor href={`/departments/${child.code}`} lang="zh-CN">
              {child.name}
            </Anchor>
          </li>
        ))}
      </UnitSection>
      <section aria-labelledby="others" className="mt-8">
        <h2 id="others" className="text-lg font-bold">
          {t("others")}
        </h2>
        <p>{t("submissions", { count: unit.open.submissions })}</p>
        <p>{t("countersigns", { count: unit.open.countersigns })}</p>
        <p>{t("bound", { count: unit.open.bound })}</p>
      </section>
    </>
  );
}
