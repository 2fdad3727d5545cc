import { createHash, randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { importSheet } from "@/db/mutations/sheets/import-sheet";
import { keepSheet } from "@/db/mutations/sheets/uploads";
import { exportedCells, type SheetPlace } from "@/db/queries/sheets/planned";
import { sheetUpload } from "@/db/queries/sheets/uploads";
import { now } from "@/db/testing/scenario.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import type { Cells, SheetFormat } from "@/lib/domain/sheets/sheets";
import { previewSheet, readSheetTable } from "./preview";
import { writeSheetFile } from "./write-file";

export type SheetFile = { name: string; bytes: Buffer };

/** A CSV file of these rows. */
export const csvFile = (rows: readonly (readonly string[])[]): SheetFile => ({
  name: "表.csv",
  bytes: Buffer.from(
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\n"),
  ),
});

/** What is exported, or these cells, as a file. */
export async function exportedFile(
  actor: Actor,
  place: SheetPlace,
  format: SheetFormat,
  edit: (rows: Cells[]) => Cells[] = (rows) => rows,
): Promise<SheetFile> {
  const rows = edit(await exportedCells(actor, place));
  return { name: `表.${format}`, bytes: await writeSheetFile(place.kind, rows, format) };
}

/** Uploads a file and looks at what it would do. */
export async function uploadSheet(actor: Actor, place: SheetPlace, { name, bytes }: SheetFile) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = { key: randomUUID(), ...place, name, sha256 };
  const { id } = await keepSheet(actor, input, now, bytes);
  const upload = await sheetUpload(database(), actor, id);
  if (!upload?.bytes) throw new Error("The upload was not kept");
  const preview = await previewSheet(actor, { ...upload, bytes: upload.bytes }, now);
  return { id, ...preview };
}

/** Imports an uploaded file as it was seen. */
export function confirmSheet(
  actor: Actor,
  { id, seen }: { id: string; seen: string },
  onRows?: (done: number, of: number) => void,
) {
  return importSheet(actor, { key: id, id, seen }, now, {
    read: readSheetTable,
    ...(onRows && { onRows }),
  });
}
