import { getTranslations } from "next-intl/server";
import { GapFilter, GapTable } from "@/components/gaps/gap-list";
import { Anchor } from "@/components/ui/anchor";
import { Pages } from "@/components/ui/pages";
import { listGaps } from "@/db/queries/gaps/gaps";
import { requirePermission } from "@/lib/auth/session";
import { type GapFilters, readGapFilters } from "@/lib/domain/gaps/gaps";
import type { Query } from "@/lib/domain/inputs";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("gaps"))("title") };
}

export default async function GapsPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requirePermission("gap.view");
  const filters = readGapFilters(query);
  const { total, page, pages, gaps } = await listGaps(actor, filters, query.page);
  const t = await getTranslations("gaps");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="text-muted">{t("hint")}</p>
      <GapFilter filters={filters} role={actor.role} />
      <p className="my-3">{t("count", { count: total })}</p>
      <div data-total={total}>
        {gaps.length > 0 ? (
          <GapTable gaps={gaps} role={actor.role} />
        ) : (
          <p className="py-6">
            {filters.kind ? <Anchor href="/gaps">{t("showAll")}</Anchor> : t("empty")}
          </p>
        )}
        <Pages page={page} pages={pages} hrefOf={(page) => hrefOf(filters, page)} />
      </div>
    </>
  );
}

function hrefOf({ kind }: GapFilters, page: number): string {
  return `/gaps?${new URLSearchParams({ page: String(page), ...(kind && { kind }) })}`;
}
