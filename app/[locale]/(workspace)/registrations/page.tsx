import { getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { FilterSelect, option } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pages } from "@/components/ui/pages";
import { listRegistrations } from "@/db/queries/registrations/registrations";
import { requirePermission } from "@/lib/auth/session";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { oneText } from "@/lib/domain/inputs";
import { registrationStatuses } from "@/lib/domain/registrations/drafts";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("title") };
}

export default async function RegistrationsPage({ searchParams }: Props) {
  const actor = await requirePermission("plan.draft");
  const query = await searchParams;
  const named = oneText(query.status);
  const status = registrationStatuses.find((each) => each === named) ?? null;
  const asked = { page: query.page, status };
  const { rows, total, page, pages } = await listRegistrations(actor, asked);
  const [t, s] = await Promise.all([
    getTranslations("work.registration"),
    getTranslations("registrationStatus"),
  ]);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      <p className="my-4 flex flex-wrap gap-3">
        <Anchor href="/imports" className={buttonStyle()}>
          {t("import")}
        </Anchor>
        <Anchor href="/registrations/new" className={buttonStyle("plain")}>
          {t("new")}
        </Anchor>
        <Anchor href="/registrations/plans" className={buttonStyle("plain")}>
          {t("plans")}
        </Anchor>
        <Anchor href="/corrections" className={buttonStyle("plain")}>
          {t("corrections")}
        </Anchor>
      </p>
      <FilterForm label={t("show")}>
        <FilterSelect
          name="status"
          label={t("status")}
          value={status ?? ""}
          options={[
            option("", t("all")),
            ...registrationStatuses.map((each) => option(each, s(each))),
          ]}
        />
      </FilterForm>
      {rows.length === 0 && <p>{t("none")}</p>}
      <div data-total={total}>
        <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
          {rows.map((row) => (
            <li key={row.id} className="px-4 py-3">
              <Anchor href={`/registrations/${row.id}`} lang="zh-CN" className="font-semibold">
                {row.title}
              </Anchor>
              <p className="text-sm text-muted">
                {s(row.status)} · {row.adds && `${t("adds")} · `}
                {t("tasks", { count: row.tasks })} · <Day day={dayIn(row.changedAt)} />
              </p>
            </li>
          ))}
        </ul>
        <Pages
          page={page}
          pages={pages}
          hrefOf={(to) =>
            `/registrations?${new URLSearchParams({ ...(status && { status }), page: String(to) })}`
          }
        />
      </div>
    </>
  );
}
