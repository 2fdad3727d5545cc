import { database } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { refusedRows } from "@/db/mutations/sheets/write-tasks";
import {
  type Planned,
  planSheet,
  type ReadTable,
  type SheetPlace,
} from "@/db/queries/sheets/planned";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused } from "@/lib/domain/refusals";
import { agreedTo, emptyPlan, type SheetPlan } from "@/lib/domain/sheets/plans";
import type { SheetKind } from "@/lib/domain/sheets/sheets";
import { type Fault, readTable, refusedCell } from "@/lib/domain/sheets/tables";
import { readSheetFile } from "./read-file";
import { sheetWords } from "./words";

type SheetFile = { kind: SheetKind; name: string; bytes: Uint8Array };

/** Reads a file as a sheet of its kind; what cannot be read at all is a fault of the whole file. */
export async function readSheetTable({ kind, name, bytes }: SheetFile): Promise<ReadTable> {
  const grid = await readSheetFile(name, Buffer.from(bytes));
  if ("rows" in grid) return readTable(grid, kind, sheetWords(kind));
  const { code, params } = grid;
  const fault: Fault = { cell: "", refusal: code, ...(params && { params }) };
  return { table: { kind, letters: {}, rows: [] }, faults: [fault] };
}

/**
 * What an uploaded file would do, every row asked by the rules of the act itself; `seen` is what whoever confirms it agrees
 * to. Refuses as `planSheet` does.
 */
export async function previewSheet(
  actor: Actor,
  upload: SheetPlace & SheetFile & { sha256: string },
  now: Date,
): Promise<{ plan: SheetPlan; seen: string }> {
  const read = await readSheetTable(upload);
  const planned = await planSheet(database(), actor, upload, read, dayIn(now));
  const faults = [...planned.plan.faults, ...(await faultsOfTasks(actor, planned, read, now))];
  const plan = faults.length > 0 ? { ...emptyPlan(), faults } : planned.plan;
  return { plan, seen: contentHash(agreedTo(upload.kind, upload.sha256, planned.plan)) };
}

async function faultsOfTasks(actor: Actor, planned: Planned, { table }: ReadTable, now: Date) {
  if (planned.kind !== "tasks" || planned.plan.faults.length > 0) return [];
  const refused = await refusedRows(actor, planned.plan.changed, now);
  return refused.map(({ row, refusal }) => {
    const found = table.rows.find(({ number }) => number === row);
    if (!found) throw new Refused(refusal);
    return refusedCell(table, found, refusal, "code");
  });
}
