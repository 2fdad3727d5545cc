import type { Cell } from "@/lib/domain/imports/blocks";
import type { ColumnRole, Item } from "@/lib/domain/imports/candidates";
import { assignmentOf } from "./assignment";
import { labelledReading } from "./labelled";
import { endsName } from "./names";
import type { Part, Reading } from "./reading";
import { placeOf, type Stretch, stretchOf } from "./stretch";

const columns: [ColumnRole, Part][] = [
  ["lead", "lead"],
  ["owners", "responsible"],
  ["cooperating", "helping"],
  ["implementing", "implementing"],
];
export const ownerColumns = columns.map(([column]) => column);

/** Whether a cell says that what stands above it holds here too. */
export const isDitto = (words: string) => /^(?:同上|同前|同左|〃|″|"|”|--?＂)$/u.test(words);
export const cellStretch = (text: string, cell: Cell): Stretch => stretchOf(text, cell, endsName);

/**
 * The owners that a row has under the heads of its columns. Beside a column of leads, a column of those responsible is of
 * those who help.
 */
export function cellReadings(text: string, cells: Item["cells"]): Reading[] {
  const hasLeads = (cells.lead ?? []).some((cell) => namedIn(text, cell));
  return columns.flatMap(([column, part]) =>
    (cells[column] ?? []).flatMap((cell) => {
      const words = cellStretch(text, cell);
      const own = part === "responsible" && hasLeads ? "helping" : part;
      const labelled = labelledReading(words);
      const { mentions, isOpenEnded } = labelled ?? assignmentOf(words, own);
      if (mentions.length === 0 && !isOpenEnded) return [];
      return [{ rule: "cells", mentions, isOpenEnded, verbatim: placeOf(words) }];
    }),
  );
}
const namedIn = (text: string, cell: Cell) => !/^[\s无/／—–\-]*$/u.test(text.slice(cell.start, cell.end));
