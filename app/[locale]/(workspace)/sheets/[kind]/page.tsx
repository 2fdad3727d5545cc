import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanChoice } from "@/components/registrations/plan-choice";
import { SheetExchange } from "@/components/sheets/sheet-exchange";
import { sheetPath, sheetPaths } from "@/components/sheets/sheet-paths";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { listPlans } from "@/db/queries/plans";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query, refusedIn } from "@/lib/domain/inputs";
import { sheetRefusal } from "@/lib/domain/sheets/sheets";
import { loadSheet } from "./load-sheet";

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props) {
  const { kind } = await params;
  const t = await getTranslations("work.sheets.titles");
  return { title: t.has(kind as "units") ? t(kind as "units") : "" };
}

/** One kind of spreadsheet: out, and in. */
export default async function SheetPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const [asked, of] = [(await params).kind, oneText(query.of) ?? ""];
  if (asked === "tasks" && of === "") return <PlanChoicePage query={query} />;
  const { actor, place, title } = await loadSheet(asked, of);
  const t = await getTranslations("work.sheets");
  const refused = refusedIn(query);
  return (
    <>
      <Breadcrumb
        links={[
          { href: sheetPaths[place.kind](place.of), title: title || t(`kinds.${place.kind}`) },
        ]}
      />
      <h1 className="text-2xl font-bold">{t(`titles.${place.kind}`)}</h1>
      {title && (
        <p className="text-muted" lang="zh-CN">
          {title}
        </p>
      )}
      <SheetExchange
        place={place}
        mayImport={sheetRefusal(actor, place.kind) === null}
        uploadKey={randomUUID()}
        locale={await getLocale()}
        refused={refused}
      />
    </>
  );
}

/** Which plan's tasks: a page of the plans that are not over. */
async function PlanChoicePage({ query }: { query: Query }) {
  const actor = await requirePermission("sheet.exchange");
  const words = (oneText(query.q) ?? "").trim().slice(0, 60);
  const found = await listPlans(actor, words, query.page, { isOpen: true });
  const t = await getTranslations("work.sheets");
  return (
    <>
      <Breadcrumb links={[{ href: "/assignments", title: t("kinds.tasks") }]} />
      <h1 className="text-2xl font-bold">{t("titles.tasks")}</h1>
      <p className="mt-3 text-muted">{t("choosePlan")}</p>
      <PlanChoice
        path="/sheets/tasks"
        hrefOf={(slug) => sheetPath("tasks", slug)}
        {...{ words, found }}
      />
    </>
  );
}
