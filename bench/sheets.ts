import { createHash, randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { importSheet } from "@/db/mutations/sheets/import-sheet";
import { keepSheet } from "@/db/mutations/sheets/uploads";
import { sheetUpload } from "@/db/queries/sheets/uploads";
import { company } from "@/db/testing/scenario.fixture";
import { currentTime } from "@/lib/clock";
import { sheetFormats } from "@/lib/domain/sheets/sheets";
import { previewSheet, readSheetTable } from "@/lib/sheets/preview";
import { writeSheetFile } from "@/lib/sheets/write-file";
import { say } from "../scripts/report/words.mjs";

// Bar: 5,000 rows are imported in under ten times the time in which their file is only read. Prints milliseconds.

const rows = 5000;
const bound = 10;

async function timed<Answer>(work: () => Promise<Answer>): Promise<[ms: number, answer: Answer]> {
  const start = performance.now();
  const answer = await work();
  return [performance.now() - start, answer];
}

async function measure(format: (typeof sheetFormats)[number]) {
  const admin = (await company())("system-admin");
  const cells = Array.from({ length: rows }, (_, i) => ({
    ...{ username: `${format}${i}`, person: `${i}`, unit: admin.departmentName, role: "official" },
    ...{ post: "", email: `${format}${i}@example.cn`, phone: "0351-1234567" },
  }));
  const bytes = await writeSheetFile("people", cells, format);
  const place = { kind: "people", of: "" } as const;
  const name = `people.${format}`;
  // The first reading compiles the reader.
  await readSheetTable({ kind: "people", name, bytes });
  const [read] = await timed(() => readSheetTable({ kind: "people", name, bytes }));
  const now = await currentTime();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const upload = { key: randomUUID(), ...place, name, sha256 };
  const { id } = await keepSheet(admin, upload, now, bytes);
  const [preview, { seen }] = await timed(() => previewSheet(admin, { ...upload, bytes }, now));
  const [imported, counts] = await timed(() =>
    importSheet(admin, { key: id, id, seen }, now, { read: readSheetTable }),
  );
  if (counts.made !== rows || (await sheetUpload(database(), admin, id))?.bytes !== null)
    throw new Error(`Only ${counts.made} rows were imported`);
  const ratio = imported / read;
  const said = say("bench.sheets", {
    format,
    read: read.toFixed(),
    preview: preview.toFixed(),
    imported: imported.toFixed(),
    ratio: ratio.toFixed(1),
  });
  console.log(said);
  return ratio;
}

const ratios = new Map<string, number>();
for (const format of sheetFormats) ratios.set(format, await measure(format));
await closeDatabase();
process.exitCode = (ratios.get("xlsx") ?? bound) < bound ? 0 : 1;
