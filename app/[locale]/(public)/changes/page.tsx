import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Timeline } from "@/components/public/timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { publicChanges } from "@/db/queries/public/public-changes";
import { addDays } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { askedDay } from "@/lib/public/as-of";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

const shownDays = 30;
// A page of more would be heavier than a public page may be; the data has them all.
const most = 120;

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
  const when = await askedDay(await searchParams);
  const since = addDays(when.asOf, -shownDays);
  const [t, changes] = await Promise.all([
    getTranslations("changes"),
    publicChanges(when.asOf, { since }),
  ]);
  return (
    <PublicPage path="/changes" when={when}>
      <Breadcrumb links={[]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <Timeline
        heading={t("count", { count: changes.length })}
        changes={changes.slice(0, most)}
        withTasks
      />
      {changes.length > most && <p className="mt-2 text-muted">{t("more", { count: most })}</p>}
    </PublicPage>
  );
}
