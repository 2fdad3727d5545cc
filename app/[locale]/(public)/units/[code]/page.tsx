import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OverviewBar, OverviewLine } from "@/components/public/overview";
import { PublicTaskTable, TaskList } from "@/components/public/public-task-table";
import { Timeline } from "@/components/public/timeline";
import { ClosedUnit, UnitContact } from "@/components/public/unit-contact";
import { FollowLinks } from "@/components/subscriptions/follow-links";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Name } from "@/components/ui/name";
import { Pages } from "@/components/ui/pages";
import { isMailOn } from "@/db/queries/mail";
import type { Day } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { nameIn } from "@/messages/locales";
import { PublicPage } from "../../public-page";
import { loadUnit } from "./load-unit";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await loadUnit(...(await asked({ params, searchParams })));
  if (!found) return {};
  const { unit, leads, cooperates } = found;
  const t = await getTranslations("units");
  return publicMetadata({
    path: `/units/${unit.code}`,
    title: nameIn(await getLocale(), unit.name, unit.nameEn),
    description: t("counts", { leads: leads.count, cooperates: cooperates.count }),
  });
}

export default async function UnitPage({ params, searchParams }: Props) {
  const { code } = await params;
  const found = await loadUnit(...(await asked({ params, searchParams })));
  if (!found) notFound();
  const [t, tChanges] = await Promise.all([getTranslations("units"), getTranslations("changes")]);
  const { when, unit, successor, contact, leads, cooperates, below, overview, changes } = found;
  const longest = [leads, cooperates, below].toSorted((a, b) => b.pages - a.pages)[0] ?? leads;
  const goesOn = (id: string, { left, page }: { left: number; page: number }) =>
    left > 0 && (
      <p className="mt-2">
        {t.rich("left", {
          left,
          next: (words) => (
            <Anchor href={`${pagePath(`/units/${code}`, when, page + 1)}#${id}`}>{words}</Anchor>
          ),
        })}
      </p>
    );
  return (
    <PublicPage path={`/units/${code}`} when={when}>
      <Breadcrumb links={[{ href: "/units", title: t("title") }]} />
      <p className="text-sm text-muted">{t(`kinds.${unit.kind}`)}</p>
      <h1 className="text-2xl font-bold">
        <Name name={unit.name} english={unit.nameEn} />
      </h1>
      {unit.closedOn && <ClosedUnit unit={unit} on={unit.closedOn} successor={successor} />}
      <p className="mt-2 text-lg">
        {t("leads", { count: leads.count })} <OverviewLine overview={overview} />
      </p>
      {leads.count > 0 && <OverviewBar overview={overview} />}
      {contact && <UnitContact contact={contact} />}
      <Tasks heading={t("leadsTitle")} {...leads} asOf={when.asOf} unit={code} />
      {goesOn("leads", leads)}
      <TaskList
        id="cooperates"
        heading={t("cooperatesTitle", { count: cooperates.count })}
        {...cooperates}
      />
      {goesOn("cooperates", cooperates)}
      <TaskList id="below" heading={t("belowTitle", { count: below.count })} {...below} />
      {goesOn("below", below)}
      <Pages
        page={longest.page}
        pages={longest.pages}
        hrefOf={(page) => pagePath(`/units/${code}`, when, page)}
      />
      <Timeline heading={tChanges("recent")} changes={changes} withTasks />
      <FollowLinks followed={{ kind: "unit", target: code }} isMailOn={await isMailOn()} />
    </PublicPage>
  );
}

async function asked({ params, searchParams }: Props) {
  const [{ code }, { asof, page }] = [await params, await searchParams];
  return [code, asof, page] as const;
}

type Led = { heading: string; count: number; tasks: ListedTask[]; asOf: Day; unit: string };

function Tasks({ heading, count, tasks, asOf, unit }: Led) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="leads" data-total={count} className="mt-6">
      <h2 id="leads" className="mb-2 text-lg font-bold">
        {heading}
      </h2>
      <PublicTaskTable caption={heading} tasks={tasks} today={asOf} unit={unit} />
    </section>
  );
}
