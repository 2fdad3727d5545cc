import { getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { unknownUnits } from "@/db/queries/imports/unknown-units";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query } from "@/lib/domain/inputs";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports.unknown"))("title") };
}

/** What documents on their way in name as units and nobody has made: to be made, or known by another name. */
export default async function UnknownUnitsPage({ searchParams }: Props) {
  const actor = await requirePermission("unit.manage");
  const { rows, total, page, pages } = await unknownUnits(
    actor,
    oneText((await searchParams).page),
  );
  const t = await getTranslations("work.imports.unknown");
  const d = await getTranslations("work.departments");
  return (
    <>
      <Breadcrumb links={[{ href: "/departments", title: d("title") }]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 mb-4 max-w-3xl text-muted">{t(total === 0 ? "none" : "hint")}</p>
      <div data-total={total}>
        <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
          {rows.map(({ words, naming, document }) => (
            <li key={words} className="flex items-center justify-between gap-3 px-4 py-2">
              <span>
                <b lang="zh-CN">{words}</b>
                <span className="block text-sm text-muted" lang="zh-CN">
                  {t("named", { naming, document })}
                </span>
              </span>
              <Anchor
                href={`/departments/new?${new URLSearchParams({ name: words })}`}
                className={`${buttonStyle("plain")} shrink-0`}
              >
                {d("createTitle")}
              </Anchor>
            </li>
          ))}
        </ul>
        <Pages page={page} pages={pages} hrefOf={(to) => `/departments/unknown?page=${to}`} />
      </div>
    </>
  );
}
