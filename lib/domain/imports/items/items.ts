import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import type { SaidColumns } from "@/lib/domain/imports/columns";
import {
  givesNoTasks,
  isInArticles,
  isMaterial,
  isReport,
  isSpeech,
} from "@/lib/domain/imports/structure/genres";
import { type Line, linesOf, type TableLines } from "@/lib/domain/imports/structure/lines";
import { type Part, partsOf } from "@/lib/domain/imports/structure/parts";
import { itemsOfTables } from "@/lib/domain/imports/tables/items";
import { type Draft, finished } from "./draft";
import { itemsOfPart } from "./parts";
import { withoutRepeats } from "./repeats";
import { itemsOfReport } from "./reports";
import { withoutExhortations } from "./speeches";

/**
 * What a document asks to be done, in its order; none of a document whose form gives nobody a task. `columns` is what a
 * person said of its tables.
 */
export function itemsOf(document: ReadDocument, columns: readonly SaidColumns[] = []): Item[] {
  const { text } = document;
  const lines = linesOf(document, columns);
  const parts = partsOf(lines);
  if (givesNoTasks(parts, lines)) return [];
  if (isReport(parts, lines)) return finished(itemsOfReport(text, lines));
  const [letters, others] = [true, false].map((isLetter) =>
    parts.filter(
      (part) =>
        (part.kind === "letter") === isLetter && !isInArticles(part, parts) && !isMaterial(part),
    ),
  );
  const handed = (others ?? []).flatMap((part) => readPart(text, part, parts, false));
  const letter = (letters ?? []).flatMap((part) => readPart(text, part, parts, handed.length > 0));
  const all = withoutRepeats(text, [...letter, ...handed]);
  return finished(isSpeech(parts) ? withoutExhortations(text, all) : all);
}

/** The items of a part; those of a letter that only hands others over are about carrying these out. */
function readPart(text: string, part: Part, all: readonly Part[], handsOver: boolean): Draft[] {
  const prefix = prefixOf(part, all);
  const { items, tree } = itemsOfPart(text, part, prefix, handsOver);
  return [...items, ...itemsOfTables(text, tree.tables, part, prefix)];
}

/** Labels stand alone in the part that has most of the numbering; what is attached to a numbered letter names itself. */
function prefixOf(part: Part, all: readonly Part[]): string {
  if (part.kind === "letter" || all.length === 1) return "";
  const isNumbered = (of: Part) => of.lines.some(hasLabel);
  const isAlone = all.every((of) => of === part || !(of.kind === "annex" || isNumbered(of)));
  if (part.kind === "annex") return isAlone ? "" : `${part.name}/`;
  const before = all
    .slice(0, all.indexOf(part))
    .filter((of) => of.kind !== "annex" && isNumbered(of));
  return before.length === 0 ? "" : `附件${before.length > 1 ? before.length : ""}/`;
}

function hasLabel(line: Line | TableLines): boolean {
  return line.kind === "line" && line.label !== null;
}
