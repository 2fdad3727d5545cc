import type { Place } from "@/lib/domain/documents/quotes";
import type { Cell } from "@/lib/domain/imports/blocks";
import type { Draft } from "@/lib/domain/imports/items/draft";
import { drafted, type Setting } from "@/lib/domain/imports/items/draft";
import { headingOf } from "@/lib/domain/imports/items/headings";
import { type MarkedPart, markedParts, placesOfWhole } from "@/lib/domain/imports/items/split";
import { evidenceOf } from "@/lib/domain/imports/kinds/rules";
import { formOf } from "@/lib/domain/imports/owners/forms";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import { type LabelForm, labelAt } from "@/lib/domain/imports/structure/labels";
import type { Part } from "@/lib/domain/imports/structure/parts";
import type { Node, Tree } from "@/lib/domain/imports/structure/tree";
import { kindNamed } from "./kind-words";
import { type Row, wordsOf } from "./row";
import { type Header, rowsOf } from "./rows";

/**
 * The items of the tables of a part: a row that lists a task is one; numbered measures in its cell are its parts, and so is
 * row 1.2 of row 1.
 */
export function itemsOfTables(
  text: string,
  tables: Tree["tables"],
  part: Part,
  prefix: string,
): Draft[] {
  let count = 0;
  let header: Header | null = null;
  let numbered = new Map<string, Draft>();
  return tables.flatMap(({ rows: table, under }) => {
    const read = rowsOf(text, table, header);
    header = read?.header ?? null;
    if (read === null || (read.kind === "indicators" && part.kind === "annex")) return [];
    if (read.header.height > 0) {
      count++;
      numbered = new Map();
    }
    const path = `${prefix}表${count > 1 ? count : ""}`;
    const headings = headingsAbove(text, under);
    return read.rows.flatMap((row, i) => {
      const group = [row.group, ...(row.cells.group ?? [])].filter(
        (cell): cell is Cell => cell !== null,
      );
      const setting: Setting = {
        section: read.kind === "indicators" ? "goal" : "measure",
        prefix: "",
        headings: [...headings, ...group.map(placeOf)],
        leadIns: [],
      };
      const number = numberOf(text, row);
      const above = numbered.get(number?.replace(/\/[0-9]+$/u, "") ?? "") ?? null;
      const items = itemsOfRow(text, row, { setting, above, path: `${path}/${number ?? i + 1}` });
      const [first] = items;
      if (number !== null && first) numbered.set(number, first);
      return items;
    });
  });
}

/** Where a row stands: `above` is the item of the row that it is a part of. */
type RowPlace = { setting: Setting; above: Draft | null; path: string };

function itemsOfRow(text: string, row: Row, { setting, above, path }: RowPlace): Draft[] {
  const { title: titles = [], content: contents = [] } = row.cells;
  const cells = [...titles, ...contents].filter(
    (cell) => !cell.isMerged && wordsOf(text, cell) !== "",
  );
  const [first] = cells;
  const [quote] = (row.cells.quote ?? []).filter((cell) => wordsOf(text, cell) !== "");
  if (quote) return [quotedRow(text, row, quote, { setting, above, path })];
  if (first === undefined) return [];
  const whole = {
    start: Math.min(...cells.map((cell) => cell.start)),
    end: Math.max(...cells.map((cell) => cell.end)),
  };
  const evidence = [
    { rule: "row_of_tasks", weight: 4 },
    ...evidenceOf(text.slice(whole.start, whole.end)).filter(({ weight }) => weight > 0),
    ...(row.others.some((cell) => namesUnit(text, cell)) ? [unknownColumn] : []),
  ];
  const kind = kindOf(text, row, { setting, above, path });
  const item = {
    ...drafted(
      setting,
      { path, kind, title: titleOf(text, behindLabel(text, first)), quote: whole },
      evidence,
    ),
    ...{ cells: row.cells, parent: above },
  };
  const [firstPart, ...others] = kind === "goal" ? [] : partsOf(text, cells);
  if (firstPart === undefined) return [item];
  const parts = [firstPart, ...others];
  const before = { start: whole.start, end: firstPart.label.start };
  const parent: Draft = { ...item, quotes: [trimmed(text, before), ...placesOfWhole(parts)] };
  return [
    parent,
    ...parts.map(({ label, place }): Draft => {
      const part = drafted(
        setting,
        {
          path: `${path}/${label.name}`,
          kind: "submeasure",
          title: titleOf(text, place),
          quote: place,
        },
        evidence,
      );
      return { ...part, headings: [...parent.headings, parent.title], parent };
    }),
  ];
}

/** A column whose head is not known says who does something, and not what. */
const unknownColumn = { rule: "unknown_column", weight: -1 };

function namesUnit(text: string, cell: Cell): boolean {
  return wordsOf(text, cell)
    .split(/[、，,；;]/u)
    .some((name) => formOf(name) === "unit");
}

/** The parts that the last cell of a task that marks some has, if anything stands before them. */
function partsOf(text: string, cells: readonly Cell[]): MarkedPart[] {
  for (const cell of cells.toReversed()) {
    const parts = markedParts(text, cell, true);
    const [part] = parts;
    if (part)
      return trimmed(text, cell).start === part.label.start && cell === cells[0] ? [] : parts;
  }
  return [];
}

/** The forms in which a cell numbers what it says, as a paragraph does; “一是” and “第一章” are words of it. */
const cellLabels: readonly LabelForm[] = [
  ...(["han", "han_bracket", "arabic", "arabic_bracket", "arabic_half_bracket", "circle"] as const),
];

/** What a cell says behind its number, if it has one and anything stands behind it. */
function behindLabel(text: string, { start, end }: Cell): Place {
  const cell = trimmed(text, { start, end });
  const label = labelAt(text, cell.start);
  const isNumbered = label !== null && cellLabels.includes(label.form) && label.end < cell.end;
  return isNumbered ? { start: label.end, end: cell.end } : cell;
}

/** A row that quotes the document: the quote is that alone, and the task is called as its own column says. */
function quotedRow(text: string, row: Row, quote: Cell, at: RowPlace): Draft {
  const { setting, above, path } = at;
  const [title] = (row.cells.title ?? row.cells.content ?? []).filter(
    (cell) => wordsOf(text, cell) !== "",
  );
  const place = placeOf(quote);
  const said = {
    ...{ path, kind: kindOf(text, row, at), quote: place },
    title: title ? trimmed(text, title) : titleOf(text, place),
  };
  const evidence = [{ rule: "row_of_tasks", weight: 4 }];
  return { ...drafted(setting, said, evidence), cells: row.cells, parent: above };
}

/** As its column says; else a part is a part of a measure. */
function kindOf(text: string, { cells }: Row, { setting, above }: RowPlace): Draft["kind"] {
  const [cell] = cells.kind ?? [];
  const named = cell && kindNamed(wordsOf(text, cell));
  if (named) return named;
  if (setting.section === "goal") return "goal";
  return above ? "submeasure" : "measure";
}

/** The number of a row as the path of an item has it: 1.2 is part 2 of 1. */
function numberOf(text: string, { cells }: Row): string | null {
  const [cell] = cells.number ?? [];
  const words = cell === undefined ? "" : wordsOf(text, cell).normalize("NFKC");
  if (/^[0-9]+(?:\.[0-9]+)+\.?$/u.test(words))
    return words.replace(/\.$/u, "").replaceAll(".", "/");
  return words === "" ? null : words.replace(/[、.]/gu, "");
}

function headingsAbove(text: string, under: Node) {
  const headings = [];
  for (let at: Node | null = under; at?.label; at = at.parent) {
    const heading = headingOf(text, at);
    if (heading !== null) headings.unshift(heading.place);
  }
  return headings;
}

function placeOf({ start, end }: Cell) {
  return { start, end };
}
