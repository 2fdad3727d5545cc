import { getTranslations } from "next-intl/server";
import { BoardBatch, ConfirmProposal } from "@/components/assignments/board-batch";
import { BoardFilters } from "@/components/assignments/board-filters";
import { BoardTable } from "@/components/assignments/board-table";
import { UnitLoads } from "@/components/assignments/unit-loads";
import { SheetLink } from "@/components/sheets/sheet-exchange";
import { Anchor } from "@/components/ui/anchor";
import { Pages } from "@/components/ui/pages";
import { assignmentBoard } from "@/db/queries/assignments/board";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { readBoardFilters } from "@/lib/domain/assignments/board";
import type { Query } from "@/lib/domain/inputs";
import { find } from "../unit-actions";
import { assignAll, confirm } from "./actions";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.board"))("title") };
}

export default async function BoardPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requirePermission("task.assign");
  const filters = readBoardFilters(query);
  const today = await currentDay();
  const board = await assignmentBoard(actor, filters, query.page, today);
  const t = await getTranslations("work.board");
  const rows = board.rows.map((task) => ({
    ...task,
    deadline: deadlineOf(task),
    confirm: task.ownerBasis === "proposed" && task.leadId !== null && (
      <ConfirmProposal task={{ code: task.code, version: task.version }} confirm={confirm} />
    ),
  }));
  const chosen = board.rows.map(({ code, title, version, leadId }) => ({
    ...{ code, title, version, leadId },
  }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <SheetLink kind="tasks" />
      </div>
      <p className="text-muted">{t("hint")}</p>
      <BoardFilters filters={filters} />
      <p className="my-3">{t("count", { count: board.total })}</p>
      {rows.length === 0 && (
        <p className="py-6">
          {t("empty")} <Anchor href="/work">{t("toLedger")}</Anchor>
        </p>
      )}
      <div data-total={board.total}>
        <BoardBatch {...{ rows: chosen, today, find, assignAll }}>
          {rows.length > 0 && <BoardTable rows={rows} />}
        </BoardBatch>
        <Pages page={board.page} pages={board.pages} hrefOf={(page) => hrefOf(filters, page)} />
      </div>
      {board.units.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2 text-lg font-bold">{t("loads")}</h2>
          <UnitLoads units={board.units} />
        </section>
      )}
    </>
  );
}

function hrefOf(filters: Record<string, string>, page: number): string {
  const search = new URLSearchParams({ page: String(page) });
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value);
  return `/assignments?${search}`;
}

type Row = Awaited<ReturnType<typeof assignmentBoard>>["rows"][number];

function deadlineOf(task: Row) {
  return {
    verbatim: task.deadlineVerbatim,
    kind: task.deadlineKind,
    basis: task.deadlineBasis,
    windowStart: task.windowStart,
    dueOn: task.dueOn,
    baselineDueOn: task.baselineDueOn,
    restDay: null,
  };
}
