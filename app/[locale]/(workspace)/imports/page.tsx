import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { StartImport } from "@/components/imports/start-import";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Day } from "@/components/ui/day";
import { FilterSelect, option } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pages } from "@/components/ui/pages";
import { RefusalNotice } from "@/components/ui/refusal";
import { importDetail, listImports } from "@/db/queries/imports/imports";
import { requirePermission } from "@/lib/auth/session";
import { dayIn } from "@/lib/domain/calendar/days";
import { importStates } from "@/lib/domain/imports/imports";
import { oneText, type Query, refusedIn } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("title") };
}

/** The import of which a new edition is to come; it need not be among the newest. */
async function oneImport(actor: Actor, id: string | undefined) {
  const found = z.uuid().safeParse(id).success ? await importDetail(actor, id ?? "") : null;
  return found?.state === "confirmed" ? found : null;
}

/** 文件导入: the way in for a document, and those that came. */
export default async function ImportsPage({ searchParams }: Props) {
  const actor = await requirePermission("plan.draft");
  const query = await searchParams;
  const state = importStates.find((each) => each === oneText(query.state)) ?? null;
  const { rows, total, page, pages } = await listImports(actor, { page: query.page, state });
  const [{ rows: confirmed }, editionOf] = await Promise.all([
    listImports(actor, { page: 1, state: "confirmed" }),
    oneImport(actor, oneText(query.edition)),
  ]);
  const others = confirmed.filter(({ id }) => id !== editionOf?.id);
  const refused = refusedIn(query);
  const t = await getTranslations("work.imports");
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: t("registrations") }]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 mb-4 max-w-3xl text-muted">{t("lead1")}</p>
      {refused && <RefusalNotice refusal={{ code: refused, params: { megabytes: 20 } }} />}
      <StartImport
        pressKey={randomUUID()}
        locale={await getLocale()}
        editionOf={editionOf?.id}
        editions={[...(editionOf ? [editionOf] : []), ...others].map(({ id, title }) => ({
          id,
          title: title || t("untitled"),
        }))}
      />
      <h2 className="mt-8 mb-2 text-lg font-bold">{t("listTitle")}</h2>
      <FilterForm label={t("show")}>
        <FilterSelect
          name="state"
          label={t("stateLabel")}
          value={state ?? ""}
          options={[
            option("", t("all")),
            ...importStates.map((each) => option(each, t(`importStates.${each}`))),
          ]}
        />
      </FilterForm>
      {rows.length === 0 && <p>{t("none")}</p>}
      <div data-total={total}>
        <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
          {rows.map((row) => (
            <li key={row.id} className="px-4 py-3">
              <Anchor href={`/imports/${row.id}`} lang="zh-CN" className="font-semibold">
                {row.title || t("untitled")}
              </Anchor>
              <p className="text-sm text-muted">
                {t(`importStates.${row.state}`)} · {t("proposals", { count: row.proposals })}
                {row.left > 0 && ` · ${t("leftToDo", { count: row.left })}`} · {row.startedBy} ·{" "}
                <Day day={dayIn(row.startedAt)} />
              </p>
            </li>
          ))}
        </ul>
        <Pages
          page={page}
          pages={pages}
          hrefOf={(to) =>
            `/imports?${new URLSearchParams({ ...(state && { state }), page: String(to) })}`
          }
        />
      </div>
    </>
  );
}
