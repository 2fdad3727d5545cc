import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnitGroups } from "@/components/public/unit-groups";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { publicUnits } from "@/db/queries/public/overviews";
import type { Query } from "@/lib/domain/inputs";
import { askedDay } from "@/lib/public/as-of";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("units");
  return publicMetadata({
    path: "/units",
    title: t("title"),
    description: t("lead"),
    json: "/api/v1/units",
  });
}

export default async function UnitsPage({ searchParams }: Props) {
  const when = await askedDay(await searchParams);
  const [t, units] = await Promise.all([getTranslations("units"), publicUnits(when.asOf)]);
  return (
    <PublicPage path="/units" when={when}>
      <Breadcrumb links={[]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <UnitGroups units={units} />
    </PublicPage>
  );
}
