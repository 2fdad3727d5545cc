import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanForm } from "@/components/registrations/move-forms";
import { sheetPath } from "@/components/sheets/sheet-paths";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { planState } from "@/db/queries/registrations/plan-states";
import { requirePermission } from "@/lib/auth/session";
import type { Query } from "@/lib/domain/inputs";
import { can } from "@/lib/domain/people/permissions";
import { archive, end } from "../../actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("plansTitle") };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const actor = await requirePermission("plan.draft");
  const plan = (await planState(actor, slug, (await searchParams).page)) ?? notFound();
  const [t, s, status] = await Promise.all([
    getTranslations("work.registration"),
    getTranslations("planState"),
    getTranslations("status"),
  ]);
  const { state, open, openCount, page, pages } = plan;
  const correct = (subject: string, name: string) =>
    `/corrections/new?${new URLSearchParams({ subject, name })}`;
  const mayEnd = can(actor, "plan.archive");
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations/plans", title: t("plansTitle") }]} />
      <h1 className="text-2xl font-bold" lang="zh-CN">
        {plan.title}
      </h1>
      <p className="mb-4 text-muted">
        {s(state)} · {t("tasks", { count: plan.tasks })}
      </p>
      <p className="mb-6 flex flex-wrap gap-3">
        {(state === "confirmed" || state === "published") && (
          <Anchor href={`/registrations/new?plan=${slug}`} className={buttonStyle("plain")}>
            {t("supplement")}
          </Anchor>
        )}
        <Anchor href={sheetPath("tasks", slug)} className={buttonStyle("plain")}>
          {t("exportTasks")}
        </Anchor>
        {(["xlsx", "docx"] as const).map((format) => (
          <Anchor
            key={format}
            href={`/registrations/plans/${slug}/export?${new URLSearchParams({ format })}`}
            className={buttonStyle("plain")}
          >
            {t("exportTable", { format })}
          </Anchor>
        ))}
        {can(actor, "correction.propose") && (
          <>
            <Anchor href={correct("plan", slug)} className={buttonStyle("plain")}>
              {t("correctPlan")}
            </Anchor>
            <Anchor href={correct("document", plan.documentSlug)} className={buttonStyle("plain")}>
              {t("correctDocument")}
            </Anchor>
          </>
        )}
      </p>
      <div className="max-w-3xl space-y-6">
        <section aria-labelledby="open" data-total={openCount}>
          <h2 id="open" className="text-lg font-bold">
            {t("openTasks", { count: openCount })}
          </h2>
          {openCount === 0 && <p>{t("noOpen")}</p>}
          <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
            {open.map((task) => (
              <li key={task.code} className="px-4 py-2">
                <Anchor href={`/work/${task.code}`} lang="zh-CN">
                  {task.code} {task.title}
                </Anchor>{" "}
                <span className="text-sm text-muted">
                  {status(task.status)}
                  {task.unit && ` · ${task.unit}`}
                </span>
              </li>
            ))}
          </ul>
          <Pages
            page={page}
            pages={pages}
            hrefOf={(to) => `/registrations/plans/${slug}?page=${to}#open`}
          />
        </section>
        {mayEnd && state === "published" && openCount === 0 && (
          <PlanForm move="end" plan={plan} act={end} />
        )}
        {mayEnd && state === "ended" && <PlanForm move="archive" plan={plan} act={archive} />}
      </div>
    </>
  );
}
