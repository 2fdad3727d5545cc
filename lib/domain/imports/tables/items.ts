import type { Cell } from "@/lib/domain/imports/blocks";
import type { Draft } from "@/lib/domain/imports/items/draft";
import { drafted, type Setting } from "@/lib/domain/imports/items/draft";
import { headingOf } from "@/lib/domain/imports/items/headings";
import { markedParts } from "@/lib/domain/imports/items/split";
import { evidenceOf } from "@/lib/domain/imports/kinds/rules";
import { titleOf } from "@/lib/domain/imports/structure/heads";
import type { Part } from "@/lib/domain/imports/structure/parts";
import type { Node, Tree } from "@/lib/domain/imports/structure/tree";
import { type Header, type Row, rowsOf, wordsOf } from "./rows";

/** The items of the tables of a part: a row that lists a task is one; numbered measures in its cell are its parts. */
export function itemsOfTables(
  text: string,
  tables: Tree["tables"],
  part: Part,
  prefix: string,
): Draft[] {
  let count = 0;
  let header: Header | null = null;
  return tables.flatMap(({ rows: table, under }) => {
    const read = rowsOf(text, table, header);
    header = read?.header ?? null;
    if (read === null || (read.kind === "indicators" && part.kind === "annex")) return [];
    if (read.header.height > 0) count++;
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
      return itemsOfRow(text, row, setting, `${path}/${numberOf(text, row) ?? i + 1}`);
    });
  });
}

function itemsOfRow(text: string, row: Row, setting: Setting, path: string): Draft[] {
  const { title: titles = [], content: contents = [] } = row.cells;
  const cells = [...titles, ...contents].filter(
    (cell) => !cell.isMerged && wordsOf(text, cell) !== "",
  );
  const [first] = cells;
  if (first === undefined) return [];
  const whole = {
    start: Math.min(...cells.map((cell) => cell.start)),
    end: Math.max(...cells.map((cell) => cell.end)),
  };
  const evidence = [
    { rule: "row_of_tasks", weight: 4 },
    ...evidenceOf(text.slice(whole.start, whole.end)).filter(({ weight }) => weight > 0),
  ];
  const kind = setting.section === "goal" ? "goal" : "measure";
  const item = {
    ...drafted(setting, { path, kind, title: titleOf(text, first), quote: whole }, evidence),
    cells: row.cells,
  };
  const [content] = contents;
  if (content === undefined || content === first || kind === "goal") return [item];
  const parts = markedParts(text, content, true);
  if (parts.length === 0) return [item];
  const before = { start: whole.start, end: content.start };
  const parent: Draft = { ...item, quotes: [trimmedEnd(text, before)] };
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

function trimmedEnd(text: string, { start, end }: { start: number; end: number }) {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function numberOf(text: string, { cells }: Row): string | null {
  const [cell] = cells.number ?? [];
  const words = cell === undefined ? "" : wordsOf(text, cell);
  return words === "" ? null : words.replace(/[、.．]/gu, "");
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
