import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listPath, UnitList, UnitSearch } from "@/components/people/unit-list";
import { SheetLink } from "@/components/sheets/sheet-exchange";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { database } from "@/db/client";
import { openUnit } from "@/db/queries/people/unit-page";
import { listUnits, unitsPerPage, wayTo } from "@/db/queries/people/unit-tree";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query } from "@/lib/domain/inputs";
import { pageNumber } from "@/lib/domain/paging";
import { isWithin } from "@/lib/domain/people/permissions";
import { sheetRefusal } from "@/lib/domain/sheets/sheets";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.departments"))("title") };
}

export default async function DepartmentsPage({ searchParams }: Props) {
  const query = await searchParams;
  const address = {
    under: oneText(query.under) ?? "",
    q: (oneText(query.q) ?? "").trim().slice(0, 100),
    closed: oneText(query.closed) === "1",
  };
  const actor = await requirePermission("unit.manage");
  const above = address.under ? await openUnit(actor, address.under) : null;
  if (above === undefined) notFound();
  const page = pageNumber(query.page);
  const [{ units, total }, way, t] = await Promise.all([
    listUnits(actor, {
      underId: above?.id ?? null,
      words: address.q,
      withClosed: address.closed,
      page,
    }),
    above ? wayTo(database(), above.id) : [],
    getTranslations("work.departments"),
  ]);
  const empty = address.q ? "emptySearch" : above ? "emptyList" : "emptyTop";
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <span className="flex flex-wrap gap-3">
          {sheetRefusal(actor, "units") === null && <SheetLink kind="units" />}
          <Anchor href="/departments/unknown" className={buttonStyle("plain")}>
            {t("unknown")}
          </Anchor>
          {(above || isWithin(actor, null)) && (
            <Anchor
              href={above ? `/departments/new?under=${above.code}` : "/departments/new"}
              className={buttonStyle()}
            >
              {t(above ? "newUnder" : "new")}
            </Anchor>
          )}
        </span>
      </div>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <UnitSearch q={address.q} closed={address.closed} />
      {above && (
        <nav aria-label={t("parent")} className="mb-3 flex flex-wrap gap-x-2">
          <Anchor href="/departments">{t("top")}</Anchor>
          {[...way.filter(({ id }) => isWithin(actor, id)), above].map(({ code, name }) => (
            <span key={code} className="before:mr-2 before:text-muted before:content-['›']">
              <Anchor
                href={listPath({ under: code })}
                aria-current={code === above.code ? "page" : undefined}
                lang="zh-CN"
              >
                {name}
              </Anchor>
            </span>
          ))}
        </nav>
      )}
      <p className="mb-2">{t("count", { count: total })}</p>
      <div data-total={total}>
        {total === 0 ? (
          <p>{t(empty)}</p>
        ) : (
          <UnitList units={units} caption={above?.name ?? t("title")} />
        )}
        <Pages
          page={page}
          pages={Math.max(1, Math.ceil(total / unitsPerPage))}
          hrefOf={(each) => listPath(address, each)}
        />
      </div>
    </>
  );
}
