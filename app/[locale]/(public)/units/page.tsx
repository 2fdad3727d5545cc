import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnitGroup } from "@/components/public/unit-groups";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { type PublicUnit, publicUnits } from "@/db/queries/public/overviews";
import { groupBy } from "@/lib/domain/group-by";
import type { Query } from "@/lib/domain/inputs";
import { pageOf } from "@/lib/domain/paging";
import type { DepartmentKind } from "@/lib/domain/people/departments";
import { askedDay } from "@/lib/public/as-of";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

/** Of many of a kind the first; a page of many more than this would be heavier than a public page may be. */
const [few, pageSize] = [30, 90];

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
  const query = await searchParams;
  const when = await askedDay(query);
  const [t, units] = await Promise.all([getTranslations("units"), publicUnits(when.asOf)]);
  const groups = groupBy(units, ({ kind }) => kind);
  const own = [...groups].find(([kind]) => kind === query.kind);
  const hrefOf = (kind: DepartmentKind, page = 1) => pagePath("/units", when, page, { kind });
  return (
    <PublicPage path="/units" when={when}>
      <Breadcrumb links={own ? [{ href: "/units", title: t("title") }] : []} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      {own ? (
        <OneKind kind={own[0]} units={own[1]} page={query.page} hrefOf={hrefOf} />
      ) : (
        [...groups].map(([kind, all]) => (
          <UnitGroup
            key={kind}
            {...{ kind, count: all.length, units: all.slice(0, few), href: hrefOf(kind) }}
          />
        ))
      )}
    </PublicPage>
  );
}

type OneKindProps = {
  kind: DepartmentKind;
  units: PublicUnit[];
  page: Query[string];
  hrefOf: (kind: DepartmentKind, page: number) => string;
};

function OneKind({ kind, units, page: asked, hrefOf }: OneKindProps) {
  const { shown, page, pages } = pageOf(units, asked, pageSize);
  return (
    <div data-total={units.length}>
      <UnitGroup {...{ kind, count: shown.length, units: shown, href: "" }} />
      <Pages page={page} pages={pages} hrefOf={(to) => hrefOf(kind, to)} />
    </div>
  );
}
