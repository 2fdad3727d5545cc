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
import { type PublicPlan, publicPlans } from "@/db/queries/public/public";
import { addressOf } from "@/lib/address";
import { currentDay } from "@/lib/clock";
import { publicMetadata } from "@/lib/public/public-metadata";
import { catalogThing } from "@/lib/public/schema-org";
import { licence } from "@/lib/public/site-facts";
import { PublicPage } from "../public-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("openData");
  return publicMetadata({
    path: "/open-data",
    title: t("title"),
    description: t("lead"),
    json: "/api/v1/openapi.json",
  });
}

export default async function OpenDataPage() {
  const plans = await publicPlans(await currentDay());
  return (
    <PublicPage path="/open-data">
      <Breadcrumb links={[]} />
      <OpenData plans={plans} />
    </PublicPage>
  );
}

function OpenData({ plans }: { plans: PublicPlan[] }) {
  const t = useTranslations("openData");
  const [first] = plans;
  return (
    <article>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 mb-4 max-w-4xl text-muted">{t("lead")}</p>
      <h2 className="mb-2 text-xl font-bold">{t("sets")}</h2>
      <OpenDataSets plans={plans} />
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
