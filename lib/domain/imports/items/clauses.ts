import type { Place } from "@/lib/domain/documents/quotes";
import { isDirective } from "@/lib/domain/imports/kinds/rules";
import { trimmed } from "@/lib/domain/imports/structure/heads";

/** The stretches of a text between signs that stand outside brackets and quotation marks; the signs go with none. */
export function between(text: string, { start, end }: Place, signs: string): Place[] {
  const places: Place[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    const sign = text[at] ?? "";
    if ("（(〔“《〈".includes(sign)) depth++;
    else if ("）)〕”》〉".includes(sign)) depth = Math.max(0, depth - 1);
    if (at < end && !(depth === 0 && signs.includes(sign))) continue;
    const place = trimmed(text, { start: from, end: at });
    if (place.end > place.start) places.push(place);
    from = at + 1;
  }
  return places;
}

/** The sentences of a text, each with the sign that ends it. */
export function sentencesOf(text: string, place: Place): Place[] {
  return between(text, place, "。；;！").map(({ start, end }) => ({
    start,
    end: end < place.end && "。；;！".includes(text[end] ?? " ") ? end + 1 : end,
  }));
}

/** The clauses that order something; what introduces one goes with it. */
export function orderingClauses(text: string, place: Place): Place[] {
  const clauses: Place[] = [];
  for (const sentence of between(text, place, "。；;！")) {
    let from: number | null = null;
    const elements = listed(text, sentence);
    if (elements.length > 0) {
      clauses.push(...elements);
      continue;
    }
    for (const clause of between(text, sentence, "，,")) {
      from ??= clause.start;
      if (!isDirective(text.slice(clause.start, clause.end))) continue;
      clauses.push({ start: from, end: clause.end });
      from = null;
    }
  }
  return clauses;
}

/** “完善甲、乙等配套政策”: what one verb is said of, where that is the whole sentence. */
function listed(text: string, { start, end }: Place): Place[] {
  const words = text.slice(start, end);
  const found = /^(?:从|[^、，,]{0,4}(?:完善|加强|健全|强化|落实))(?<list>[^，,]+?)等/u.exec(words);
  const list = found?.groups?.list;
  if (found === null || list === undefined || /[，,]/u.test(words.slice(found[0].length + 12)))
    return [];
  const from = start + found[0].length - 1 - list.length;
  const elements = between(text, { start: from, end: from + list.length }, "、");
  return elements.length > 1 ? elements : [];
}
