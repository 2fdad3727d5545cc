import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { rememberedColumns } from "@/db/queries/imports/columns";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Proposals } from "@/lib/domain/imports/candidates";
import type { SaidColumns } from "@/lib/domain/imports/columns";
import { keptDocument } from "@/lib/domain/imports/kept";
import type { Refusal } from "@/lib/domain/refusals";
import { beginReading, keepProposals, keepRead, refuseReading } from "./read";

/** What reads files and what proposes tasks from them: whoever runs the job hands them in. */
export type Readers = {
  read: (bytes: Uint8Array, name: string) => Promise<ReadDocument | Refusal>;
  propose: (
    document: ReadDocument,
    calendar: WorkCalendar,
    columns: readonly SaidColumns[],
  ) => Proposals;
};

/** Pasted text has no name: it is read as a text file is. */
const pastedName = "text.txt";

/**
 * Reads an imported document, and proposes tasks from it. Each step is kept before the next begins, so it goes on where it was
 * if it is ended between; run again when it is done it does nothing.
 */
export async function readImport(id: string, now: Date, { read, propose }: Readers): Promise<void> {
  const begun = await beginReading(id, now);
  if (!begun) return;
  let { document } = begun;
  if (!document) {
    const found = await read(begun.bytes ?? new Uint8Array(), begun.name || pastedName);
    const kept = "code" in found ? found : keptDocument(found);
    if ("code" in kept) return refuseReading(id, kept, now);
    await keepRead(id, kept, now);
    document = kept;
  }
  const remembered = await rememberedColumns(database(), begun.departmentId, document);
  const said = new Map([...remembered, ...begun.columns].map((each) => [each.table, each]));
  const calendar = await loadCalendar(database());
  await keepProposals(id, propose(document, calendar, [...said.values()]), now);
}
