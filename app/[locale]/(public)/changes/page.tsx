import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Timeline } from "@/components/public/timeline";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonStyle } from "@/components/ui/button";
import { pageOfChanges } from "@/db/queries/public/change-pages";
import type { Day } from "@/lib/domain/calendar/days";
import { oneText, type Query } from "@/lib/domain/inputs";
import { askedDay } from "@/lib/public/as-of";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

/** A page of many more than this would be heavier than a public page may be. */
const pageSize = 80;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return publicMetadata({
    path: "/changes",
    title: t("title"),
    description: t("lead"),
    json: "/api/v1/changes",
  });
}

export default async function ChangesPage({ searchParams }: Props) {
  const query = await searchParams;
  const when = await askedDay(query);
  const asked = oneText(query.after) ?? null;
  const [t, earlier] = await Promise.all([
    getTranslations("changes"),
    asked && pageOfChanges(when.asOf, {}, { limit: pageSize, after: asked }),
  ]);
  // An address that names no change shows the newest.
  const page = earlier || (await pageOfChanges(when.asOf, {}, { limit: pageSize }));
  const hrefOf = (after: string | null) => changesPath(when.isPast ? when.asOf : null, after);
  return (
    <PublicPage path="/changes" when={when}>
      <Breadcrumb links={[]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <Timeline
        heading={t(earlier ? "earlier" : "newest")}
        changes={page?.changes ?? []}
        withTasks
      />
      <nav aria-label={t("pages")} className="mt-4 flex flex-wrap gap-3">
        {earlier && (
          <Anchor href={hrefOf(null)} className={buttonStyle("plain")}>
            {t("toNewest")}
          </Anchor>
        )}
        {page?.next && (
          <Anchor href={hrefOf(page.next)} className={buttonStyle("plain")}>
            {t("toEarlier")}
          </Anchor>
        )}
      </nav>
    </PublicPage>
  );
}

function changesPath(asOf: Day | null, after: string | null): string {
  const query = new URLSearchParams({ ...(asOf && { asof: asOf }), ...(after && { after }) });
  return query.size > 0 ? `/changes?${query}` : "/changes";
}
