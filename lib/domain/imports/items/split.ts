import type { Place } from "@/lib/domain/documents/quotes";
import { isDirective } from "@/lib/domain/imports/kinds/rules";
import { trimmed } from "@/lib/domain/imports/structure/heads";
import {
  inlineForms,
  type Label,
  type LabelForm,
  labelAt,
} from "@/lib/domain/imports/structure/labels";

/** A bracket that says who is to do it, anywhere in a text; behind a sentence a list of units says so alone. */
const ownerBracket =
  /(?:[（(〔[](?=[^（）()〔〕。]{0,60}(?:负责|牵头|配合|指导|参与|参加|组织实施|责任单位|责任部门|落实))|(?<=[。；;])[（(〔](?=[^（）()〔〕。]{1,80}(?:局|委|办|部|厅|政府|院|社|公司|中心|会)(?:[、，；;）)〕])))(?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕])*[）)〕\]][。；;]?/gu;

/** The stretches of a text that each end in an owner bracket of their own; none unless there are at least two. */
export function ownerStretches(text: string, place: Place): Place[] {
  const stretches: Place[] = [];
  let from = place.start;
  for (const found of text.slice(place.start, place.end).matchAll(ownerBracket)) {
    const end = place.start + found.index + found[0].length;
    const stretch = trimmed(text, { start: from, end });
    if (end - place.start - found.index < stretch.end - stretch.start) stretches.push(stretch);
    else {
      const last = stretches.at(-1);
      if (last) last.end = stretch.end;
    }
    from = end;
  }
  return stretches.length >= 2 ? stretches : [];
}

/** A part that is marked; at the end of the last one may stand who the whole is of. */
export type MarkedPart = { label: Label; place: Place; ofWhole?: Place };

/** The parts that a running text numbers: 一是…二是…, （1）…（2）…, ①…②…, of a task also 1.…2.…; none unless most of them order something, of a task one. */
export function markedParts(text: string, place: Place, isTask = false): MarkedPart[] {
  const forms = isTask ? [...inlineForms, "arabic" as const] : inlineForms;
  const labels = labelsIn(text, place, forms);
  for (const form of forms) {
    const own: Label[] = [];
    for (const label of labels)
      if (label.form === form && label.number === own.length + 1) own.push(label);
    if (own.length < 2) continue;
    const parts = own.map((label, i) => ({
      label,
      place: trimmed(text, { start: label.end, end: own[i + 1]?.start ?? place.end }),
    }));
    const orders = parts.filter((part) =>
      isDirective(text.slice(part.place.start, part.place.end)),
    );
    if (orders.length * 2 > parts.length || (isTask && orders.length > 0))
      return withCommonBracket(text, parts);
  }
  return [];
}

/** Where marked parts say who the whole is of. */
export function placesOfWhole(parts: readonly MarkedPart[]): Place[] {
  return parts.flatMap(({ ofWhole }) => ofWhole ?? []);
}

/** Labels at the head of a text or behind a sign that ends a clause. */
function labelsIn(text: string, { start, end }: Place, forms: readonly LabelForm[]): Label[] {
  const labels: Label[] = [];
  for (let at = start; at < end; at++) {
    if (at > start && !"。；;：:，,\n）)\t ".includes(text[at - 1] ?? "")) continue;
    const label = labelAt(text, at);
    if (label === null || !forms.includes(label.form) || label.end > end) continue;
    labels.push(label);
    at = label.end - 1;
  }
  return labels;
}

/** Owners at the end of the last part are those of the whole, unless other parts have some too. */
function withCommonBracket(text: string, parts: MarkedPart[]): MarkedPart[] {
  const last = parts.at(-1);
  if (last === undefined) return parts;
  const starts = parts.map(({ place }) => ownersStart(text.slice(place.start, place.end)));
  const own = starts.at(-1) ?? null;
  if (own === null || starts.slice(0, -1).some((start) => start !== null)) return parts;
  const ofWhole = { ...last.place, start: last.place.start + own };
  return [...parts.slice(0, -1), { ...last, ofWhole }];
}

const ownerLabel = /(?<=[。；;\s])(?:责任|牵头|主办|承办)(?:单位|部门)[：:][^。]*。?$/u;

/** Where the bracket or the label begins that ends a stretch with its owners; null if it has none. */
function ownersStart(words: string): number | null {
  const bracket = [...words.matchAll(ownerBracket)].at(-1);
  const isLast = bracket !== undefined && bracket.index + bracket[0].length === words.length;
  const start = isLast ? bracket.index : (ownerLabel.exec(words)?.index ?? 0);
  return start > 0 ? start : null;
}
