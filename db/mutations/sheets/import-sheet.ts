import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { spendOwn } from "@/db/mutations/budgets";
import { lockTree } from "@/db/mutations/people/unit-locks";
import { recordEvent } from "@/db/mutations/record-event";
import { replaceTasks } from "@/db/mutations/registrations/drafts";
import { runOnce } from "@/db/mutations/transaction";
import { type Planned, planSheet, type ReadTable } from "@/db/queries/sheets/planned";
import { sheetUpload } from "@/db/queries/sheets/uploads";
import { sheetUploads } from "@/db/schema/sheets";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { agreedTo, isIdle } from "@/lib/domain/sheets/plans";
import type { ImportSheetInput, SheetCounts, SheetKind } from "@/lib/domain/sheets/sheets";
import { lockPeople, writePeople } from "./write-people";
import { assignRows } from "./write-tasks";
import { writeUnits } from "./write-units";

/** How a file is read, and who is told how many rows are done. */
export type Importing = {
  read: (file: { kind: SheetKind; name: string; bytes: Uint8Array }) => Promise<ReadTable>;
  onRows?: (done: number, of: number) => void;
};

/**
 * 导入: does in one transaction what the preview of an uploaded sheet has shown, each row by the rules of the act by hand and
 * with its event; or nothing at all. Refuses a file with faults (`sheet_faulty`), one that changes nothing (`sheet_idle`),
 * and one that would no longer do what was seen (`sheet_changed`).
 */
export function importSheet(
  actor: Actor,
  input: ImportSheetInput,
  now: Date,
  { read, onRows = () => {} }: Importing,
): Promise<SheetCounts> {
  return runOnce(actor, input, now, async (tx) => {
    const upload = await sheetUpload(tx, actor, input.id);
    if (!upload) throw new Refused(refuse("not_found"));
    if (!upload.bytes) throw new Refused(refuse("sheet_imported"));
    if (upload.kind === "units") await lockTree(tx, actor);
    if (upload.kind === "people") await lockPeople(tx);
    const table = await read({ ...upload, bytes: upload.bytes });
    const planned = await planSheet(tx, actor, upload, table, dayIn(now));
    const { plan } = planned;
    if (plan.faults.length > 0) throw new Refused(refuse("sheet_faulty"));
    if (isIdle(plan)) throw new Refused(refuse("sheet_idle"));
    if (contentHash(agreedTo(upload.kind, upload.sha256, plan)) !== input.seen)
      throw new Refused(refuse("sheet_changed"));

    const accountIds = await write(tx, actor, upload.of, planned, now, onRows);
    const counts = countsOf(planned);
    await tx
      .update(sheetUploads)
      .set({ bytes: null, importedAt: now, counts, accountIds })
      .where(eq(sheetUploads.id, upload.id));
    const { kind, name, sha256 } = upload;
    await recordEvent(
      tx,
      actor,
      { type: "sheet.imported", kind, name, sha256, ...counts },
      {},
      now,
    );
    await spendOwn(tx, actor, "change", table.table.rows);
    return counts;
  });
}

function countsOf({ plan }: Planned): SheetCounts {
  const { made, changed, removed, unchanged } = plan;
  const lengths = { made: made.length, changed: changed.length, removed: removed.length };
  return { ...lengths, unchanged };
}

/** Writes what was planned; the ids of the accounts that it made. */
async function write(
  tx: Transaction,
  actor: Actor,
  of: string,
  planned: Planned,
  now: Date,
  onRows: (done: number, of: number) => void,
): Promise<string[] | null> {
  switch (planned.kind) {
    case "units":
      await writeUnits(tx, actor, planned.plan, now, onRows);
      return null;
    case "people":
      return writePeople(tx, actor, planned.plan, now, onRows);
    case "tasks": {
      const left = await assignRows(tx, actor, planned.plan.changed, now, onRows);
      if (left.length > 0) throw new Refused(refuse("sheet_faulty"));
      return null;
    }
    case "drafts": {
      const { version, plan } = planned;
      await replaceTasks(tx, actor, { id: of, version }, plan.tasks, now);
      return null;
    }
  }
}
