import contentDisposition from "content-disposition";
import type { NextRequest } from "next/server";
import { exportedCells } from "@/db/queries/sheets/planned";
import { currentDay } from "@/lib/clock";
import { sheetFormats } from "@/lib/domain/sheets/sheets";
import { sheetWords } from "@/lib/sheets/words";
import { writeSheetFile } from "@/lib/sheets/write-file";
import { loadSheet } from "../load-sheet";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

type Props = { params: Promise<{ kind: string }> };

/** A sheet as it stands today, as an Excel or CSV file that may be edited and sent back. */
export async function GET({ nextUrl: { searchParams } }: NextRequest, { params }: Props) {
  const format = sheetFormats.find((each) => each === searchParams.get("format")) ?? "xlsx";
  const { actor, place, title } = await loadSheet(
    (await params).kind,
    searchParams.get("of") ?? "",
  );
  const file = await writeSheetFile(place.kind, await exportedCells(actor, place), format);
  const today = await currentDay();
  const name = `${[sheetWords(place.kind).sheet, title, today].filter(Boolean).join("-")}.${format}`;
  const fallback = `${place.kind}-${today}.${format}`;
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": types[format],
      "content-disposition": contentDisposition(name, { fallback }),
      "cache-control": "private, no-store",
    },
  });
}
