import type { ReadPart } from "@/lib/domain/imports/blocks";
import type { PartWarning } from "@/lib/imports/canonical";
import { paragraphsOf } from "@/lib/imports/text/read-text";
import type { labelCounter, Numbered } from "./labels";
import { leftOut } from "./left-out";
import { outlineOf, type Styles } from "./styles";
import { symbolOf } from "./symbols";
import { tableStack } from "./tables";
import { isOn, numberOf, type Opened, type XmlReader } from "./xml";

type Paragraph = Numbered & {
  text: string;
  outline?: number | null;
  page?: number;
  /** Its mark was deleted: it goes on in the next one. */
  isJoined: boolean;
  isMarkHidden: boolean;
};

/** Of former formats and instructions nothing is read, nor the reading aids over ruby text. */
const skipped = /(?:PrChange|GridChange)$|^(?:instrText|delInstrText|rt|sectPr|moveFrom)$/;

/**
 * A reader of word/document.xml ([ECMA-376] 17.2–17.4, 17.13, 17.16) as it streams by, and what it has found in the end.
 * What was inserted stands in it, what was deleted or hidden is left out with a warning.
 */
export function bodyReader(styles: Styles, label: ReturnType<typeof labelCounter>) {
  const body: ReadPart[] = [];
  const warnings: PartWarning[] = [];
  const sinks: ReadPart[][] = [body];
  const tables = tableStack();
  const left = leftOut(warnings);
  const path: string[] = [];
  const paragraphs: Paragraph[] = [];
  const runs: { isHidden: boolean }[] = [];
  const choices: { isChosen: boolean }[] = [];
  const fields: { isInstruction: boolean }[] = [];
  let [skipping, deleted, page, breaks] = [0, 0, 1, 0];
  let isText = false;
  let carried = "";

  const parent = (above = 1) => path.at(-1 - above);
  const add = (words: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || fields.some(({ isInstruction }) => isInstruction)) return;
    if (deleted > 0 || tables.isRowDeleted()) left.add("text_deleted", words);
    else if (runs.at(-1)?.isHidden) left.add("text_hidden", words);
    else {
      if (words.trim() !== "") paragraph.page ??= page;
      paragraph.text += words;
    }
  };

  const closeParagraph = () => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    for (const field of fields) field.isInstruction = false;
    const part = body.length;
    const own = carried + paragraph.text;
    carried = paragraph.isJoined ? own : "";
    const isGone = tables.isRowDeleted() || (paragraph.isMarkHidden && own.trim() === "");
    if (!paragraph.isJoined && !isGone) emit(paragraph, own);
    if (sinks.length === 1 || part !== body.length) left.flush(part);
  };

  const emit = (paragraph: Paragraph, own: string) => {
    const style = styles.of(paragraph.style);
    const text = label(paragraph, own.trim());
    const at = paragraph.page ?? page;
    const isInCell = sinks.length > 1;
    // The number of an empty paragraph counts, but only in a table it says something.
    if (own.trim() === "" && (!isInCell || text === "")) return;
    // A table of contents says again what the headings say.
    if (/^toc(?: \d| heading|$)/.test(style.name ?? "")) return left.add("page_furniture", text);
    const outline =
      (paragraph.outline === undefined ? style.outline : paragraph.outline) ?? undefined;
    if (isInCell) sinks.at(-1)?.push({ kind: "paragraph", text, outline, page: at });
    else
      for (const each of paragraphsOf(text.split("\n")))
        body.push({ ...each, page: at, ...(outline && { outline }) });
  };

  /** A paragraph without a mark does not go on beyond its cell, its box or the document. */
  const endCarried = () => {
    if (carried.trim() !== "") sinks.at(-1)?.push({ kind: "paragraph", text: carried, page });
    carried = "";
  };

  const openers: Record<string, (element: Opened) => void> = {
    p: () => void paragraphs.push({ text: "", isJoined: false, isMarkHidden: false }),
    r: () => void runs.push({ isHidden: styles.of(paragraphs.at(-1)?.style).isHidden ?? false }),
    tbl: () => tables.open(page),
    tr: () => tables.openRow(),
    tc: () => void sinks.push(tables.openCell()),
    gridBefore: ({ of }) => tables.skipColumns(numberOf(of("val")) ?? 0),
    gridSpan: ({ of }) => tables.span(numberOf(of("val")) ?? 1),
    vMerge: ({ of }) => void (of("val") !== "restart" && tables.mergeDown()),
    hMerge: ({ of }) => void (of("val") !== "restart" && tables.mergeAcross()),
    txbxContent: () => void sinks.push([]),
    fldChar: ({ of }) => {
      const field = fields.at(-1);
      if (of("fldCharType") === "begin") fields.push({ isInstruction: true });
      else if (of("fldCharType") === "separate" && field) field.isInstruction = false;
      else if (of("fldCharType") === "end") fields.pop();
    },
    t: () => {
      isText = true;
    },
    delText: () => {
      isText = true;
    },
    tab: () => parent() === "r" && add("\t"),
    ptab: () => add("\t"),
    br: ({ of }) => /^(?:page|column)$/.test(of("type") ?? "") || add("\n"),
    cr: () => add("\n"),
    noBreakHyphen: () => add("-"),
    sym: ({ of }) => add(symbolOf(of("font"), of("char"))),
    lastRenderedPageBreak: () => {
      page++;
      breaks++;
    },
  };
  const openProperty = ({ name, of }: Opened) => {
    const [paragraph, run, value] = [paragraphs.at(-1), runs.at(-1), of("val")];
    const isOfMark = parent() === "rPr" && parent(2) === "pPr";
    if (parent() === "trPr" && name === "del") tables.deleteRow();
    if (!paragraph) return;
    if (name === "pStyle") paragraph.style = value;
    if (name === "numId" && parent() === "numPr") paragraph.numId = numberOf(value) ?? undefined;
    if (name === "ilvl" && parent() === "numPr") paragraph.ilvl = numberOf(value) ?? undefined;
    if (name === "outlineLvl") paragraph.outline = outlineOf(value);
    if (isOfMark && name === "del") paragraph.isJoined = true;
    if (isOfMark && name === "vanish") paragraph.isMarkHidden = isOn(value);
    if (!run || isOfMark) return;
    if (name === "rStyle") run.isHidden ||= styles.of(value).isHidden ?? false;
    if (name === "vanish" && parent() === "rPr") run.isHidden = isOn(value);
  };
  /** Of several ways to show the same thing one is read. */
  const isOtherChoice = (name: string) => {
    if (name === "AlternateContent") choices.push({ isChosen: false });
    const choice = choices.at(-1);
    if (!choice || (name !== "Choice" && name !== "Fallback")) return false;
    const isOther = choice.isChosen;
    choice.isChosen = true;
    return isOther;
  };

  const closers: Record<string, () => void> = {
    p: closeParagraph,
    r: () => void runs.pop(),
    t: () => {
      isText = false;
    },
    delText: () => {
      isText = false;
    },
    tc: () => {
      endCarried();
      if (sinks.length > 1) sinks.pop();
      tables.closeCell();
    },
    tbl: () => {
      const part = body.length;
      for (const each of tables.close()) sinks.at(-1)?.push(each);
      if (sinks.length === 1) left.flush(part);
    },
    txbxContent: () => {
      endCarried();
      const inside = sinks.length > 1 ? (sinks.pop() ?? []) : [];
      for (const each of inside) sinks.at(-1)?.push(each);
    },
  };

  const isDeletion = (name: string) => name === "del" && !/Pr$/.test(parent() ?? "");
  const reader: XmlReader = {
    open(element) {
      const { name } = element;
      path.push(name);
      if (skipping > 0 || skipped.test(name) || isOtherChoice(name)) skipping++;
      else if (isDeletion(name)) deleted++;
      else {
        if (Object.hasOwn(openers, name)) openers[name]?.(element);
        openProperty(element);
      }
    },
    close(name) {
      if (skipping > 0) skipping--;
      else if (isDeletion(name)) deleted--;
      else if (name === "AlternateContent") choices.pop();
      else if (Object.hasOwn(closers, name)) closers[name]?.();
      path.pop();
    },
    text: (words) => void (isText && skipping === 0 && add(words)),
  };
  /** Pages are only known where the program that saved the file wrote down where they broke. */
  const found = () => {
    endCarried();
    const parts = breaks > 0 ? body : body.map(({ page: _, ...part }) => part as ReadPart);
    return { parts, warnings };
  };
  return { ...reader, found };
}
