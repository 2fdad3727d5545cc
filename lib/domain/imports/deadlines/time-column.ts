import { isWithin, type Place } from "@/lib/domain/documents/quotes";
import { type BareText, bareText, placeOf } from "@/lib/domain/imports/bare-text";
import type { Cell, ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { namedParts } from "./named-parts";
import { cellParts, labelOf } from "./time-cells";

/** What the time column says of each item: the cell of its row, or the stretch of it that is for this part of the row. */
export function timeColumn(document: ReadDocument, items: readonly Item[]): Place[][] {
  const places = items.map((item) =>
    cellsOf(document, items, item).map(({ start, end }) => ({ start, end })),
  );
  return items.map((item, i) => {
    const row = item.parent === null ? undefined : items[item.parent];
    if (row && item.parent !== null && isPartOfRow(item, row)) {
      const parts = items.filter(({ parent }) => parent === item.parent);
      return (places[item.parent] ?? []).flatMap((cell) =>
        (splitBetween(document, cell, parts) ?? []).flatMap(({ path, place }) =>
          path === item.path ? [place] : [],
        ),
      );
    }
    const parts = items.filter(
      ({ parent }, k) => parent === i && isPartOfRow(items[k] ?? item, item),
    );
    return (places[i] ?? []).filter((cell) => splitBetween(document, cell, parts) === null);
  });
}

/** Whether an item stands in the same row as the one that it is a part of. */
function isPartOfRow(part: Item, row: Item): boolean {
  const [cell] = cellsOfItem(row);
  if (!cell) return false;
  const own = cellsOfItem(part);
  if (own.length > 0) return own.some((each) => each.table === cell.table && each.row === cell.row);
  const content = cellsOfItem(row);
  return part.quotes.some((quote) => content.some((each) => isWithin(quote, each)));
}

function cellsOfItem({ cells }: Item): Cell[] {
  return Object.values(cells).flat();
}

/** The cells of its row's time column; an empty one, or 同上, says what the last one above says. */
function cellsOf(document: ReadDocument, items: readonly Item[], item: Item): Cell[] {
  const own = (item.cells.deadline ?? []).filter((cell) => !isEmpty(document, cell));
  if (own.length > 0) return own;
  const [any] = cellsOfItem(item);
  if (!any) return [];
  const columns = items.flatMap(({ cells }) =>
    (cells.deadline ?? []).filter(({ table }) => table === any.table).map(({ column }) => column),
  );
  const above = document.blocks.filter(
    (block): block is Cell =>
      block.kind === "cell" &&
      block.table === any.table &&
      block.row <= any.row &&
      columns.includes(block.column) &&
      !isEmpty(document, block),
  );
  const last = above.at(-1);
  return last &&
    items.some(({ cells }) => (cells.deadline ?? []).some(({ start }) => start === last.start))
    ? [last]
    : [];
}

function isEmpty(document: ReadDocument, cell: Cell): boolean {
  return /^(?:同上|〃|″|")?$/.test(document.text.slice(cell.start, cell.end).replace(/\s/g, ""));
}

/**
 * “(1)2025年底前；(2)长期坚持” by the parts of the row, where every one it names is there, or is named by words of its own;
 * null where it is for the whole row.
 */
function splitBetween(
  document: ReadDocument,
  cell: Place,
  parts: readonly Item[],
): { path: string; place: Place }[] | null {
  if (parts.length === 0) return null;
  const bare = bareText(document.text, cell);
  const pieces = cellParts(bare.text);
  if (!pieces) return splitByWords(document, bare, parts);
  const byLabel = new Map(parts.map(({ path }) => [labelOf(path.split("/").at(-1) ?? ""), path]));
  if (!pieces.every(({ labels }) => labels.every((label) => byLabel.has(label)))) return null;
  return pieces.flatMap(({ labels, from, to }) =>
    to > from
      ? labels.map((label) => ({ path: byLabel.get(label) ?? "", place: placeOf(bare, from, to) }))
      : [],
  );
}

function splitByWords(
  document: ReadDocument,
  bare: BareText,
  parts: readonly Item[],
): { path: string; place: Place }[] | null {
  const said = parts.map(({ quotes: [quote] }) => bareText(document.text, quote).text);
  const named = namedParts(bare.text, said);
  return (
    named?.map(({ part, from, to }) => ({
      path: parts[part]?.path ?? "",
      place: placeOf(bare, from, to),
    })) ?? null
  );
}
