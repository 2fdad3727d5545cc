import { declares, zip } from "@/lib/submissions/evidence/files.fixture";

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Given = {
  /** The XML of each sheet, by its name; a name that begins with ~ is of a hidden one. */
  sheets: Record<string, string>;
  shared?: string;
  styles?: string;
  properties?: string;
};

/** An Excel file with these sheets. */
export const workbook = (given: Given): Buffer => zip(workbookParts(given));

/** The parts of one, before they are packed. */
export function workbookParts({ sheets, shared = "", styles = "", properties = "" }: Given) {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, i) =>
      `<sheet name="${name.replace(/^~/, "")}" sheetId="${i + 1}" r:id="r${i + 1}"${name.startsWith("~") ? ' state="hidden"' : ""}/>`,
  );
  const targets = names.map(
    (_, i) =>
      `<Relationship Id="r${i + 1}" Type="${relationship}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return [
    declares("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="${relationship}">${properties}<sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${targets.join("")}</Relationships>`,
    },
    { name: "xl/sharedStrings.xml", data: `<sst>${shared}</sst>` },
    { name: "xl/styles.xml", data: `<styleSheet>${styles}</styleSheet>` },
    ...names.map((name, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet>${sheets[name]}</worksheet>`,
    })),
  ];
}

/** Rows of texts as a sheet has them; what begins with < is a cell's own XML. */
export const rowsXml = (rows: readonly (readonly string[])[], behind = "") =>
  `<sheetData>${rows.map((row) => `<row>${row.map(cellXml).join("")}</row>`).join("")}</sheetData>${behind}`;

const cellXml = (text: string) =>
  text.startsWith("<") ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
