import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { FindForm } from "@/components/public/find-form";
import {
  FindConditions,
  FindNearest,
  FindNothing,
  FindResults,
  FindSummary,
} from "@/components/public/find-results";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { named } from "@/components/ui/field";
import type { Query } from "@/lib/domain/inputs";
import { searchPath } from "@/lib/domain/public/search-address";
import { type Found, findTasks } from "@/lib/public/find-tasks";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("find");
  const asked = Object.keys(await searchParams).length > 0;
  return {
    ...(await publicMetadata({
      path: "/tasks",
      title: t("title"),
      description: t("lead"),
      feed: "/feed.atom",
      calendar: "/calendar.ics",
      json: "/api/v1/tasks",
    })),
    // What a search finds is for the person who asked; the list itself is what others should find.
    ...(asked && { robots: { index: false } }),
  };
}

export default async function FindPage({ searchParams }: Props) {
  const found = await findTasks(await searchParams);
  return (
    <PublicPage path={searchPath(found.search)}>
      <Breadcrumb links={[]} />
      <Find found={found} />
    </PublicPage>
  );
}

function Find({ found }: { found: Found }) {
  const t = useTranslations("find");
  const { search, ignored, asOf, isPast, count, page, pages, tasks, nearest } = found;
  const locale = useLocale();
  const optionsOf = (units: { code: string; name: string; nameEn: string | null }[]) =>
    units.map(({ code, name, nameEn }) => named(code, locale, name, nameEn));
  const choices = {
    plans: found.plans.map(({ slug, shortTitle, titleEn }) =>
      named(slug, locale, shortTitle, titleEn),
    ),
    units: optionsOf(found.units),
    cities: optionsOf(found.cities),
  };
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 mb-4 text-muted">{t("lead")}</p>
      <FindForm {...{ search, isCut: found.isChoiceCut }} {...choices} />
      <FindConditions search={search} {...choices} />
      <FindSummary {...{ search, ignored, count, asOf, isPast }} />
      {tasks.length > 0 ? (
        <FindResults {...{ tasks, search, count, page, pages, asOf }} />
      ) : (
        <FindNothing loosened={found.loosened} {...choices} />
      )}
      {nearest.length > 0 && <FindNearest {...{ search, asOf }} tasks={nearest} />}
    </>
  );
}
