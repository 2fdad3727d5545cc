import type { Line, TableLines } from "@/lib/domain/imports/structure/lines";
import type { Draft } from "./draft";

/** The items of a report of the press or of a meeting. */
export function itemsOfReport(_text: string, _lines: readonly (Line | TableLines)[]): Draft[] {
  return [];
}
