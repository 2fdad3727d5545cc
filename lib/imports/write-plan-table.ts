import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import writeExcelFile from "write-excel-file/node";
import { planTableHeads, planTableRows, type TableTask } from "@/lib/domain/imports/plan-table";

export const planTableFormats = ["xlsx", "docx"] as const;
export type PlanTableFormat = (typeof planTableFormats)[number];
type PlanTable = { title: string; tasks: readonly TableTask[] };

/** What the table of a plan is called, and its file. */
export const planTableTitle = (plan: string) => `${plan}任务分工表`;

/** The table (分工表) of a plan's tasks as a file; read again, it proposes the same tasks. */
export function writePlanTable(plan: PlanTable, format: PlanTableFormat): Promise<Buffer> {
  return format === "xlsx" ? excelOf(plan) : wordOf(plan);
}

/** How wide each column is, in signs of an Excel sheet; a page in Word is shared in the same way. */
const widths = [8, 12, 30, 60, 20, 30, 18];

function excelOf({ title, tasks }: PlanTable): Promise<Buffer> {
  const cell = (value: string) => ({
    ...{ value, type: String, wrap: true, alignVertical: "top" as const },
    ...{ borderStyle: "thin" as const },
  });
  const bold = (value: string) => ({ ...cell(value), fontWeight: "bold" as const });
  const data = [
    [
      {
        ...bold(planTableTitle(title)),
        ...{ columnSpan: planTableHeads.length, align: "center" as const, fontSize: 16 },
      },
    ],
    planTableHeads.map(bold),
    ...planTableRows(tasks).map((row) => row.map(cell)),
  ];
  const columns = widths.map((width) => ({ width }));
  return writeExcelFile(data, { columns, stickyRowsCount: 2, orientation: "landscape" }).toBuffer();
}

/** A4, lying, in twentieths of a point. */
const page = { width: 16_838, height: 11_906, margin: 1_134 };
const columnWidths = widths.map((width) =>
  Math.floor(((page.width - 2 * page.margin) * width) / widths.reduce((sum, each) => sum + each)),
);

function wordOf({ title, tasks }: PlanTable): Promise<Buffer> {
  const row = (words: readonly string[], isHead = false) =>
    new TableRow({
      ...{ tableHeader: isHead, cantSplit: true },
      children: words.map(
        (text, i) =>
          new TableCell({
            width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
            children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })],
          }),
      ),
    });
  const table = new Table({
    columnWidths,
    rows: [row(planTableHeads, true), ...planTableRows(tasks).map((words) => row(words))],
  });
  const heading = new Paragraph({
    text: planTableTitle(title),
    ...{ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER },
  });
  const { width, height, margin } = page;
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: { eastAsia: "宋体" }, size: 21 } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 200 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns a lying page by itself.
            size: { width: height, height: width, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [heading, table],
      },
    ],
  });
  return Packer.toBuffer(document);
}
