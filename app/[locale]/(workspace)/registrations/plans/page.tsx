import { getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { listPlanStates } from "@/db/queries/registrations/plan-states";
import { requirePermission } from "@/lib/auth/session";
import type { Query } from "@/lib/domain/inputs";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("plansTitle") };
}

export default async function PlansPage({ searchParams }: Props) {
  const actor = await requirePermission("plan.draft");
  const { rows, total, page, pages } = await listPlanStates(actor, (await searchParams).page);
  const [t, s] = await Promise.all([
    getTranslations("work.registration"),
    getTranslations("planState"),
  ]);
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: t("title") }]} />
      <h1 className="text-2xl font-bold">{t("plansTitle")}</h1>
      <p className="mb-4 mt-1 text-muted">{t("plansHint")}</p>
      {rows.length === 0 && <p>{t("noPlans")}</p>}
      <div data-total={total}>
        <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
          {rows.map(({ slug, title, state, open }) => (
            <li key={slug} className="px-4 py-3">
              <Anchor href={`/registrations/plans/${slug}`} lang="zh-CN" className="font-semibold">
                {title}
              </Anchor>
              <p className="text-sm text-muted">
                {s(state)} ·{" "}
                <Anchor
                  href={`/registrations/plans/${slug}#open`}
                  data-count={open}
                  className="underline"
                >
                  {t("open", { count: open })}
                </Anchor>
              </p>
            </li>
          ))}
        </ul>
        <Pages page={page} pages={pages} hrefOf={(to) => `/registrations/plans?page=${to}`} />
      </div>
    </>
  );
}
