import { readXml } from "@/lib/imports/word/xml";
import { builtInFormat } from "./number-format";
import type { Parts } from "./parts";

export type SheetEntry = { name: string; part: string; isHidden: boolean };
export type Workbook = {
  sheets: SheetEntry[];
  /** The texts that cells name by their number. */
  shared: string[];
  /** For each style of a cell, how it shows numbers. */
  formats: string[];
  is1904: boolean;
};

const folder = "xl/";

/** What a workbook says beside its sheets. Throws on what is none. */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const targets = await readTargets(parts);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readXml(parts.pieces(`${folder}workbook.xml`), {
    open: ({ name, of }) => {
      if (name === "workbookPr") is1904 = /^(?:1|true|on)$/i.test(of("date1904") ?? "");
      if (name !== "sheet") return;
      const { target, type } = targets.get(of("id") ?? "") ?? {};
      if (target === undefined || !type?.endsWith("/worksheet")) return;
      const isHidden = /hidden/i.test(of("state") ?? "");
      sheets.push({ name: unescaped(of("name") ?? ""), part: target, isHidden });
    },
  });
  return { sheets, is1904, shared: await readShared(parts), formats: await readFormats(parts) };
}

/** The parts that the workbook names, by the names that it has for them. */
async function readTargets(parts: Parts): Promise<Map<string, { target: string; type: string }>> {
  const targets = new Map<string, { target: string; type: string }>();
  await readXml(parts.pieces(`${folder}_rels/workbook.xml.rels`), {
    open: ({ name, of }) => {
      const [id, given = "", type = ""] = [of("Id"), of("Target"), of("Type")];
      if (name !== "Relationship" || id === undefined) return;
      const target = given.startsWith("/") ? given.slice(1) : folder + given.replace(/^\.\//, "");
      targets.set(id, { target, type });
    },
  });
  return targets;
}

async function readShared(parts: Parts): Promise<string[]> {
  const part = `${folder}sharedStrings.xml`;
  if (!parts.has(part)) return [];
  const shared: string[] = [];
  const words = wordsReader();
  await readXml(parts.pieces(part), {
    open: ({ name }) => words.open(name),
    text: words.text,
    close: (name) => {
      words.close(name);
      if (name === "si") shared.push(words.take());
    },
  });
  return shared;
}

async function readFormats(parts: Parts): Promise<string[]> {
  const part = `${folder}styles.xml`;
  if (!parts.has(part)) return [];
  const own = new Map<number, string>();
  const used: number[] = [];
  let isCellStyles = false;
  await readXml(parts.pieces(part), {
    open: ({ name, of }) => {
      if (name === "cellXfs") isCellStyles = true;
      const id = Number(of("numFmtId"));
      if (name === "numFmt") own.set(id, of("formatCode") ?? "");
      if (name === "xf" && isCellStyles) used.push(id);
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return used.map((id) => own.get(id) ?? builtInFormat(id));
}

/** Collects the words of a text that may be of several runs; how they are pronounced (rPh) is left out. */
export function wordsReader() {
  let words = "";
  let isText = false;
  let spoken = 0;
  return {
    open: (name: string) => {
      if (name === "t") isText = true;
      if (name === "rPh") spoken++;
    },
    text: (piece: string) => {
      if (isText && spoken === 0) words += piece;
    },
    close: (name: string) => {
      if (name === "t") isText = false;
      if (name === "rPh") spoken--;
    },
    take: () => {
      const taken = unescaped(words);
      words = "";
      return taken;
    },
  };
}

/** Signs that XML does not hold stand as _x000D_ ([ECMA-376] 22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
