import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { namesStage } from "./clauses";

/** The window that the nearest heading gives its stage: （一）动员部署阶段（2025年3月至4月）. A part leaves it to its item. */
export function stagesOf(document: ReadDocument, { headings, parent }: Item): Place[] {
  if (parent !== null) return [];
  const nearest = headings.at(-1);
  if (!nearest) return [];
  const bare = bareText(document.text, nearest);
  const bracket = /\((?<inside>[^()]*\d[^()]*[月日前底][^()]*)\)。?:?$/.exec(bare.text);
  const inside = bracket?.groups?.inside;
  if (!bracket || inside === undefined) return [];
  if (!namesStage(bare.text.slice(0, bracket.index))) return [];
  return [placeOf(bare, bracket.index + 1, bracket.index + 1 + inside.length)];
}
