import { getTranslations } from "next-intl/server";
import { ReleaseList } from "@/components/releases/release-list";
import { Pages } from "@/components/ui/pages";
import { releasesPage } from "@/db/queries/releases";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import type { ListedRelease } from "@/lib/domain/releases";

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("listTitle") };
}

type Props = { searchParams: Promise<Query> };

export default async function ReleasesPage({ searchParams }: Props) {
  const actor = await requirePermission("release.read");
  const [t, found] = await Promise.all([
    getTranslations("work.release"),
    releasesPage(actor, await currentDay(), (await searchParams).page),
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
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      {counts.late + counts.waiting === 0 && <p className="mt-4">{t("none")}</p>}
      {(["late", "waiting", "decided"] as const).map((state) => (
        <ReleaseList
          key={state}
          id={state}
          heading={t(state, { count: counts[state] })}
          count={counts[state]}
          releases={parts[state]}
        />
      ))}
      <Pages page={page} pages={pages} hrefOf={(number) => `/releases?page=${number}`} />
    </>
  );
}
