import { getTranslations } from "next-intl/server";
import { ReleaseBatch } from "@/components/releases/release-batch";
import { ReleaseFilters } from "@/components/releases/release-filters";
import { ReleaseList } from "@/components/releases/release-list";
import { Pages } from "@/components/ui/pages";
import { releasesPage } from "@/db/queries/releases";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { isFor } from "@/lib/domain/people/permissions";
import { type ListedRelease, readReleaseFilters, releasesHref } from "@/lib/domain/releases";
import { releaseAll } from "./batch-action";

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("listTitle") };
}

type Props = { searchParams: Promise<Query> };

export default async function ReleasesPage({ searchParams }: Props) {
  const actor = await requirePermission("release.read");
  const query = await searchParams;
  const filters = readReleaseFilters(query);
  const today = await currentDay();
  const [t, found] = await Promise.all([
    getTranslations("work.release"),
    releasesPage(actor, today, query.page, 50, filters),
  ]);
  const { counts, releases, page, pages } = found;
  // Each heading counts all of its own; a page of them is shown.
  const isLate = ({ workdaysLeft }: ListedRelease) => workdaysLeft < 0;
  const open = releases.filter(({ disclosure }) => disclosure === null);
  const parts = {
    late: open.filter(isLate),
    waiting: open.filter((each) => !isLate(each)),
    decided: releases.filter(({ disclosure }) => disclosure !== null),
  };
  const listOf = (state: keyof typeof parts) => (
    <ReleaseList
      id={state}
      heading={t(state, { count: counts[state] })}
      count={counts[state]}
      releases={parts[state]}
      today={today}
    />
  );
  const lists = (
    <>
      {listOf("late")}
      {listOf("waiting")}
    </>
  );
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      <ReleaseFilters filters={filters} />
      {counts.late + counts.waiting === 0 && filters.state !== "decided" && (
        <p className="mt-4">{t("none")}</p>
      )}
      {isFor(actor.role, "submission.release") ? (
        <ReleaseBatch
          rows={open
            .filter(({ refusal }) => !refusal)
            .map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
          releaseAll={releaseAll}
        >
          {lists}
        </ReleaseBatch>
      ) : (
        lists
      )}
      {listOf("decided")}
      <Pages page={page} pages={pages} hrefOf={(number) => releasesHref(filters, number)} />
    </>
  );
}
