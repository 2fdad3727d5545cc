import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import {
  OpenDataCard,
  OpenDataPrograms,
  OpenDataTerms,
} from "@/components/open-data/open-data-guide";
import { OpenDataSets } from "@/components/open-data/open-data-sets";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Microdata } from "@/components/ui/microdata";
import { Pages } from "@/components/ui/pages";
import { countPlans, pageOfPlans } from "@/db/queries/public/plans";
import type { PublicPlan } from "@/db/queries/public/public";
import { addressOf } from "@/lib/address";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import { publicMetadata } from "@/lib/public/public-metadata";
import { catalogThing } from "@/lib/public/schema-org";
import { licence } from "@/lib/public/site-facts";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

/** A page of more than this would be heavier than a public page may be. */
const pageSize = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("openData");
  return publicMetadata({
    path: "/open-data",
    title: t("title"),
    description: t("lead"),
    json: "/api/v1/openapi.json",
  });
}

export default async function OpenDataPage({ searchParams }: Props) {
  const today = await currentDay();
  const { page } = await searchParams;
  const { limit, offset, ...place } = pageAt(await countPlans(today), page, pageSize);
  const plans = await pageOfPlans(today, { limit, offset, first: [] });
  return (
    <PublicPage path="/open-data">
      <Breadcrumb links={[]} />
      <OpenData plans={plans} place={place} />
    </PublicPage>
  );
}

type OpenDataProps = { plans: PublicPlan[]; place: { page: number; pages: number } };

function OpenData({ plans, place }: OpenDataProps) {
  const t = useTranslations("openData");
  const [first] = plans;
  return (
    <article>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 mb-4 max-w-4xl text-muted">{t("lead")}</p>
      <h2 className="mb-2 text-xl font-bold">{t("sets")}</h2>
      <OpenDataSets plans={plans} />
      <Pages {...place} hrefOf={(page) => `/open-data?page=${page}`} />
      <OpenDataTerms licence={licence} />
      <OpenDataPrograms />
      {first && <OpenDataCard snippet={cardFor(first)} />}
      <Microdata thing={catalogThing(t("title"), plans)} />
    </article>
  );
}

function cardFor({ slug, shortTitle }: PublicPlan): string {
  const address = addressOf(`/plans/${slug}/card`);
  return `<iframe src="${address}" title="${shortTitle}" width="100%" height="320" loading="lazy"></iframe>`;
}
