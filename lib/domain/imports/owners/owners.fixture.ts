import { type ReadPart, readDocument } from "@/lib/domain/imports/blocks";
import type { Item, OwnerRole } from "@/lib/domain/imports/candidates";
import { ownersOf } from "./owners";

const signs: Record<OwnerRole, string> = {
  lead: "L",
  co_lead: "M",
  cooperating: "C",
  implementing: "I",
};

/** An item made of a paragraph of the document, from its beginning or from `from`, to its end. */
export type Given = Partial<Omit<Item, "title" | "quotes" | "headings" | "leadIns">> & {
  words: string;
  under?: string[];
  introducedBy?: string[];
};

/** The owners of items that stand in these paragraphs: “L甲 C乙 O”, O for an open end, “-” for nobody. */
export function ownersIn(paragraphs: readonly string[], given: readonly Given[]): string[] {
  const document = readDocument(paragraphs.map((text) => ({ kind: "paragraph", text })));
  const placeOf = (words: string) => {
    const start = document.text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the text`);
    return { start, end: start + words.length };
  };
  const items = given.map(({ words, under = [], introducedBy = [], ...item }) => ({
    ...itemAt(placeOf(words)),
    headings: under.map(placeOf),
    leadIns: introducedBy.map(placeOf),
    ...item,
  }));
  return shown(document.text, ownersOf(document, items));
}

/** The owners of the one item that a text is. */
export function ownersOfText(text: string): string {
  return ownersIn([text], [{ words: text }])[0] ?? "";
}

/** The owners of the rows of a table, by what its columns are for; `=` is a cell merged with the one above it. */
export function ownersOfRows(
  columns: readonly (keyof Item["cells"])[],
  rows: readonly string[][],
): string[] {
  const part: ReadPart = {
    kind: "table",
    rows: rows.map((row) =>
      row.map((text, column) => ({
        text: text === "=" ? "" : text,
        column,
        isMerged: text === "=",
      })),
    ),
  };
  const document = readDocument([part]);
  const items = rows.map((_, row) => {
    const own = document.blocks.filter((block) => block.kind === "cell" && block.row === row);
    const cells: Item["cells"] = {};
    for (const block of own) {
      const role = block.kind === "cell" ? columns[block.column] : undefined;
      if (role && block.kind === "cell") cells[role] = [...(cells[role] ?? []), block];
    }
    const { start = 0, end = 0 } = cells.title?.[0] ?? {};
    return { ...itemAt({ start, end }), path: `表/${row + 1}`, cells };
  });
  return shown(document.text, ownersOf(document, items));
}

function itemAt(place: { start: number; end: number }): Item {
  return {
    ...{ path: "一/1", kind: "measure", parent: null, title: place, quotes: [place], cells: {} },
    ...{ headings: [], leadIns: [], evidence: [], isOptional: false },
  };
}

function shown(text: string, found: ReturnType<typeof ownersOf>): string[] {
  return found.map(({ owners, isOpenEnded, scope }) => {
    const named = owners.map(({ role, name }) => signs[role] + text.slice(name.start, name.end));
    const words = [...named, ...(isOpenEnded ? ["O"] : [])].join(" ");
    return scope === "inherited" || scope === "default" ? `${words} (${scope})` : words || "-";
  });
}
