import { getTranslations } from "next-intl/server";
import { BatchBox } from "@/components/forms/batch-box";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { SavedFilters, TaskFilters } from "@/components/work/task-filters";
import { TaskTable } from "@/components/work/task-table";
import { ledgerPage } from "@/db/queries/tasks/ledger";
import { ledgerChoices } from "@/db/queries/tasks/work-tasks";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { isFor } from "@/lib/domain/people/permissions";
import { isUnitRole } from "@/lib/domain/people/roles";
import { orders } from "@/lib/domain/tasks/ledger-filters";
import { availableActs } from "@/lib/domain/tasks/tasks";
import { receiveAll } from "../receive-action";
import { ledgerPath, readLedger } from "./load-ledger";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.tasks"))("title") };
}

export default async function TasksPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requirePermission("task.view");
  const search = readLedger(query);
  const { filters, order } = search;
  const today = await currentDay();
  const [{ count, page, pages, tasks: shown }, choices] = await Promise.all([
    ledgerPage(actor, today, search, query.page),
    ledgerChoices(actor, filters.plan),
  ]);
  const toReceive = shown.filter((task) => availableActs(actor, task).includes("receive"));
  const isUnits = isUnitRole(actor);
  const table = shown.length > 0 && (
    <TaskTable
      tasks={shown}
      choosable={toReceive.map(({ code }) => code)}
      hrefOf={(sort) => ledgerPath(query, { sort, page: "" })}
      {...{ today, order }}
    />
  );
  const t = await getTranslations("work.tasks");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <SavedFilters search={ledgerPath(query).split("?")[1] ?? ""} />
      <TaskFilters
        filters={{ ...filters, sort: order }}
        orders={orders}
        hasOwn={isUnits}
        {...choices}
      />
      <div className="my-3 flex flex-wrap items-center justify-between gap-3">
        <p>{t("count", { count })}</p>
        <div className="flex flex-wrap gap-3">
          {filters.plan && isFor(actor.role, "instruction.write") && (
            <Anchor
              href={`/instructions/new?plan=${filters.plan}`}
              className={buttonStyle("plain")}
            >
              {t("instructOfPlan")}
            </Anchor>
          )}
          <Anchor
            href={ledgerPath(query, { page: "" }, "/work/export")}
            className={buttonStyle("plain")}
          >
            {t("export")}
          </Anchor>
        </div>
      </div>
      <div data-total={count}>
        {shown.length === 0 && <p className="py-6">{t("none")}</p>}
        {isUnits ? (
          <BatchBox words="receive" items={toReceive.map(itemOf)} action={receiveAll}>
            {table}
          </BatchBox>
        ) : (
          table
        )}
        <Pages
          page={page}
          pages={pages}
          hrefOf={(number) => ledgerPath(query, { page: String(number) })}
        />
      </div>
    </>
  );
}

function itemOf({ code, title, version }: { code: string; title: string; version: number }) {
  return { id: code, label: `${code} ${title}`, input: { code, version } };
}
