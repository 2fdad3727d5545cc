import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { importLimits } from "@/lib/domain/imports/imports";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { officePolicy } from "@/lib/imports/office-policy";
import { readFile } from "@/lib/imports/read-file";
import { rowsXml, workbookParts } from "@/lib/imports/sheet/workbooks.fixture";
import { docxPartsOf, inList, p, r } from "@/lib/imports/word/docx.fixture";
import { readXml } from "@/lib/imports/word/xml";
import { zip } from "@/lib/submissions/evidence/files.fixture";
import { openPackage, unpacked } from "@/lib/submissions/evidence/open-xml-package";
import { say } from "../scripts/report/words.mjs";
import { denseText, manyPages, placedSigns, scans, tables, wholeFonts } from "./pdfs";

// Bars: 100 pages of Word are read, and tasks proposed from them, in 2 s of a processor, 300 rows of Excel in 1 s; the process that
// reads a file of 20 MB takes less than 300 MB of memory, 125 of which it has before it begins. Prints milliseconds, and ratios
// to unzipping a file and parsing its XML alone.

const bounds = { docx: 2000, xlsx: 1000, memory: 300 };
const [pages, rows, runs] = [100, 300, 5];
const [folder = "", large] = process.argv.slice(2);

/** A page of a document has 22 lines of 28 signs (GB/T 9704). */
const pageLength = 22 * 28;

function measure(i: number) {
  const words = `推进第${i}批重点行业企业升级改造，建立项目清单和管理台账，加强日常监督检查和技术帮扶，`;
  const due = `2025年${(i % 12) + 1}月底前完成${i + 3}个以上项目，完成率达到${60 + (i % 40)}%。`;
  return `${words.repeat(3)}${due}（省生态环境厅牵头，省工业和信息化厅、各市人民政府按职责分工负责）`;
}

function paragraphs(): string[] {
  const found: string[] = [];
  for (let signs = 0, i = 1; signs < pages * pageLength; i++) {
    const words = i % 12 === 1 ? `强化第${i}项治理` : measure(i);
    found.push(p(r(words), inList(1, i % 12 === 1 ? 0 : 1)));
    signs += words.length;
  }
  return found;
}

const numbering = `<w:abstractNum w:abstractNumId="0">${["chineseCounting", "decimal"]
  .map(
    (format, i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${i + 1}${i === 0 ? "、" : "."}"/></w:lvl>`,
  )
  .join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

type Part = { name: string; data: string | Buffer };
const wordParts = () => docxPartsOf(paragraphs().join(""), { numbering });

const head = ["序号", "任务", "牵头单位", "配合单位", "完成时限", "进展"];
const sheetParts = () => {
  const cells = Array.from({ length: rows }, (_, i) => [
    ...[`${i + 1}`, measure(i), "省生态环境厅", "省工业和信息化厅、省能源局"],
    ...[`2025年${(i % 12) + 1}月底前`, "正在推进"],
  ]);
  return workbookParts({ sheets: { 分工表: rowsXml([head, ...cells]) } });
};

/** Pictures fill a file, as nothing packs them. */
function filled(parts: Part[], name: string): Buffer {
  const left = importLimits.bytes - zip(parts).length - 4096;
  return zip([...parts, { name, data: randomBytes(Math.floor(left * 0.999)) }]);
}

async function onlyXml(bytes: Buffer) {
  const { zip: opened, entries } = await openPackage(bytes, officePolicy.caps);
  for (const entry of entries) await readXml(unpacked(opened, entry), { open: () => {} });
}

async function proposed(name: string, bytes: Buffer): Promise<number> {
  const read = await readFile(name, bytes);
  if ("code" in read) throw new Error(read.code);
  return proposalsOf(read, calendar).candidates.length;
}

/** Milliseconds of a processor, in the middle of some runs; the one before them compiles what runs. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

async function timed(kind: "docx" | "xlsx", name: string, bytes: Buffer): Promise<boolean> {
  const xml = await cpuOf(() => onlyXml(bytes));
  const read = await cpuOf(() => readFile(name, bytes));
  const tasks = await proposed(name, bytes);
  const both = await cpuOf(() => proposed(name, bytes));
  const told = say("bench.import", {
    name,
    tasks,
    xml: xml.toFixed(),
    read: read.toFixed(),
    both: both.toFixed(),
    readRatio: (read / xml).toFixed(1),
    bothRatio: (both / xml).toFixed(1),
    bound: bounds[kind],
  });
  console.log(told);
  return both < bounds[kind];
}

function remembered(name: string, bytes: Buffer): boolean {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const self = fileURLToPath(import.meta.url);
  const told = execFileSync(process.execPath, ["--import", "tsx", self, folder, file]);
  const [code = "", memory = ""] = told.toString().trim().split(" ");
  const size = (bytes.length / 1024 ** 2).toFixed(1);
  console.log(say("bench.importMemory", { name, size, code, memory, bound: bounds.memory }));
  return Number(memory) < bounds.memory;
}

if (large) {
  const read = await readFile(large, readFileSync(large));
  const code = "code" in read ? read.code : "read";
  console.log(code, Math.round(process.resourceUsage().maxRSS / 1024));
} else {
  const isWithin = [
    await timed("docx", `${pages}-pages.docx`, zip(wordParts())),
    await timed("xlsx", `${rows}-rows.xlsx`, zip(sheetParts())),
    remembered("pictures.docx", filled(wordParts(), "word/media/a.png")),
    remembered("pictures.xlsx", filled(sheetParts(), "xl/media/a.png")),
    remembered(
      "words.docx",
      zip(
        docxPartsOf(
          many()
            .map((words) => p(r(words)))
            .join(""),
        ),
      ),
    ),
    remembered("words.txt", Buffer.from(many().join("\n")).subarray(0, importLimits.bytes)),
    remembered("words.pdf", denseText()),
    remembered("placed-signs.pdf", placedSigns()),
    remembered("scans-jpeg.pdf", scans("jpeg")),
    remembered("scans-flate.pdf", scans("flate")),
    remembered("whole-fonts.pdf", wholeFonts()),
    remembered("tables.pdf", tables()),
    remembered("pages.pdf", manyPages()),
  ];
  process.exitCode = isWithin.every(Boolean) ? 0 : 1;
}

/** Words of chance, as no document has them: they pack least. */
function many(): string[] {
  const line = () =>
    String.fromCharCode(
      ...Array.from(
        new Uint16Array(randomBytes(600).buffer.slice(0, 600)),
        (n) => 0x4e00 + (n % 20000),
      ),
    );
  return Array.from({ length: 28_000 }, line);
}
