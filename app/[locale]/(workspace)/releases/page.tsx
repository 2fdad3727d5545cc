import { getTranslations } from "next-intl/server";
import { ReleaseList } from "@/components/releases/release-list";
import { Pages } from "@/components/ui/pages";
import { listReleases } from "@/db/queries/releases";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { pageOf } from "@/lib/domain/paging";

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("listTitle") };
}

type Props = { searchParams: Promise<Query> };

export default async function ReleasesPage({ searchParams }: Props) {
  const actor = await requirePermission("/releases", "release.read");
  const [t, all] = await Promise.all([
    getTranslations("work.release"),
    listReleases(actor, await currentDay()),
  ]);
  const open = all.filter(({ disclosure }) => disclosure === null);
  const late = open.filter(({ workdaysLeft }) => workdaysLeft < 0);
  const waiting = open.filter(({ workdaysLeft }) => workdaysLeft >= 0);
  const decided = all.filter(({ disclosure }) => disclosure !== null);
  // Each heading counts all of its own; a page of them is shown.
  const inOrder = [...late, ...waiting, ...decided];
  const { shown, page, pages } = pageOf(inOrder, (await searchParams).page);
  const shownOf = (list: typeof all) => list.filter((each) => shown.includes(each));
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      {open.length === 0 && <p className="mt-4">{t("none")}</p>}
      <ReleaseList heading={t("late", { count: late.length })} releases={shownOf(late)} />
      <ReleaseList heading={t("waiting", { count: waiting.length })} releases={shownOf(waiting)} />
      <ReleaseList heading={t("decided", { count: decided.length })} releases={shownOf(decided)} />
      <Pages page={page} pages={pages} hrefOf={(number) => `/releases?page=${number}`} />
    </>
  );
}
