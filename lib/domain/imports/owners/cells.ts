import type { Cell } from "@/lib/domain/imports/blocks";
import type { ColumnRole, Item } from "@/lib/domain/imports/candidates";
import { assignmentOf, carriedOut } from "./assignment";
import { labelledReading } from "./labelled";
import { partsInCell } from "./names";
import type { Part, Reading } from "./reading";
import { placeOf, type Stretch, stretchOf } from "./stretch";

const columns: [ColumnRole, Part][] = [
  ["lead", "lead"],
  ["owners", "responsible"],
  ["cooperating", "helping"],
  ["implementing", "implementing"],
];
const ditto = /^(?:同上|同前|同左|〃|″|"|”|＂|-\/\/-)$/u;
const none = /^(?:无|[-—－/／]+)$/u;
type Found = { words: Stretch; part: Part; isBeside: boolean; isInherited: boolean };

/**
 * The owners that a row has under the heads of its columns; beside a column of leads, a column of those responsible is of
 * those who help. A merged cell, 同上 and an empty cell have the value above; an empty one of those who help only
 * where the first of the others has it, too.
 */
export function cellReadings(text: string, items: readonly Item[], i: number): Reading[] {
  const found: Found[] = [];
  for (const [column, part] of columns) {
    const cells = items[i]?.cells[column] ?? [];
    const isBeside = part === "responsible" && found.some((each) => each.part === "lead");
    const mayBeEmpty = part === "helping" && found[0]?.isInherited === false;
    for (const cell of cells) {
      const words = wordsOf(text, cell);
      const isLeft = ditto.test(words.words) || (words.words === "" && !mayBeEmpty);
      const value = isLeft ? valueAbove(text, items, i, column) : words;
      if (!value || value.words === "" || none.test(value.words)) continue;
      const isInherited = isLeft || cell.isMerged;
      found.push({ words: value, part: isBeside ? "helping" : part, isBeside, isInherited });
    }
  }
  return found.flatMap(readingOf);
}

/** Whether a cell of the row says that there is nobody: 无, —. */
export function namesNobody(text: string, { cells }: Item): boolean {
  return columns.some(([column]) =>
    (cells[column] ?? []).some((cell) => none.test(wordsOf(text, cell).words)),
  );
}

function readingOf({ words, part, isBeside, isInherited }: Found): Reading[] {
  const { mentions: read, isOpenEnded } = labelledReading(words) ?? assignmentOf(words, part);
  const mentions = isBeside ? read.map(carriedOut) : read;
  if (mentions.length === 0 && !isOpenEnded) return [];
  const rule = isInherited ? "inherited" : "cells";
  return [{ rule, mentions, isOpenEnded, verbatim: placeOf(words) }];
}
const wordsOf = (text: string, cell: Cell) => stretchOf(text, cell, partsInCell);

function valueAbove(
  text: string,
  items: readonly Item[],
  i: number,
  column: ColumnRole,
): Stretch | null {
  const [own] = items[i]?.cells[column] ?? [];
  for (let k = i - 1; k >= 0; k--) {
    const [cell] = items[k]?.cells[column] ?? [];
    if (!cell || !own || cell.table !== own.table) continue;
    const words = wordsOf(text, cell);
    if (words.words !== "" && !ditto.test(words.words)) return words;
  }
  return null;
}
