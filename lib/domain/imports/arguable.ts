import { isWithin, type Place } from "@/lib/domain/documents/quotes";
import type { Candidate, CandidateDeadline } from "./candidates";
import { cellParts } from "./deadlines/time-cells";
import { markedParts } from "./items/split";
import { formOf, isZone } from "./owners/forms";
import { isOfPlaces } from "./owners/many";
import { stretchOf } from "./owners/stretch";
import { labelAt } from "./structure/labels";

// What was read as the rules have it, but two readers may read in two ways.

/** No list of names behind a label, and no clause that says an amount, is read further. */
const reach = 80;
const ofOneOrMany =
  /^(?!各|有关|相关|所有|其[他它余]|.?[直所]?属).*(?:[小中]学|幼儿园|[院所站室]|中心)$/u;

/**
 * Whether a name may be read in another way: 各县区、街道办事处 as two classes, 各审批部门 as whoever it may be, 中心小学 as
 * one school.
 */
export function mayBeOther(name: string): boolean {
  const plain = name.replace(/（[^）]*）/gu, "");
  return (
    (plain.includes("、") && !/自治[区州]|政府$|[局委市州县区旗]$/u.test(plain)) ||
    /各[^级项、]{1,6}部门$/u.test(plain) ||
    (ofOneOrMany.test(plain) && formOf(plain) === "class")
  );
}

/** Whether a class that is none of governments is said to help: does each of it do the thing, or cooperate? */
export function mayHelp(
  text: string,
  name: Place,
  { cooperating = [] }: Candidate["cells"],
): boolean {
  const { start, end } = name;
  if (isOfPlaces(stretchOf(text, name).words)) return false;
  return (
    cooperating.some((cell) => isWithin(name, cell)) ||
    /(?:配合|协办|协同|协助|参与|支持)(?:单位|部门)[：:][^；。）)]*$/u.test(
      text.slice(Math.max(0, start - reach), start),
    ) ||
    /^[^，；。）)]*(?:配合|协助|协同|参与|支持)/u.test(text.slice(end, end + reach))
  );
}

/** Whether who was read as leading is only said to guide: does it lead those who do it? */
export function mayOnlyGuide(text: string, { end }: Place): boolean {
  return /^[^，；。）)]*指导(?=[，；。）)]|$)/u.test(text.slice(end, end + reach));
}

/**
 * Whether a time may say only how much there is to be in it: a bare year (2025年培训1000人), and what repeats beside a number
 * of anything but times (每年举办活动20场).
 */
export function mayCountOnly(text: string, { start, end }: Place): boolean {
  const words = text.slice(start, end);
  const behind = /^[^，。；]*/u.exec(text.slice(end, end + reach))?.[0] ?? "";
  return (
    /^(?:[0-9]{4}\s*|[今明次本来当])年度?$/u.test(words) ||
    (/^[每按逐]/u.test(words) && /[0-9](?![0-9.]*\s*[次轮期日月])/u.test(behind))
  );
}

/** Whether a time may be no more than an adverb or a length of time: 适时 in a column of times, 按月, 用两年时间. */
export function mayBeNoDay(text: string, { kind, words, anchor }: CandidateDeadline): boolean {
  const said = text.slice(words.start, words.end);
  return (
    (kind === "vague" && !/^[立即边马]/u.test(said)) ||
    (kind === "recurring" && /^[按逐]/u.test(said)) ||
    (kind === "relative" && anchor === null)
  );
}

/** Whether a time may say how long something is granted or holds: 2030年前免收电费, 12月底前执行原标准. */
export function mayBeTerm(text: string, { words: { end } }: CandidateDeadline): boolean {
  return /^[^，。；]{0,40}(?:免[收征除费]|减[免征收半]|享受|执行|有效|优惠|给予|补[贴助]|贴息)/u.test(
    text.slice(end, end + reach),
  );
}

/** Whether a time in the words of a row says something that its time column does not: 全年新增…, 按月…. */
export function mayBeBesides(
  text: string,
  { words }: CandidateDeadline,
  { quotes, column }: { quotes: readonly Place[]; column: readonly Place[] },
): boolean {
  const said = column.map(({ start, end }) => text.slice(start, end).trim()).join("");
  return (
    said !== "" &&
    quotes.some((quote) => isWithin(words, quote)) &&
    !said.includes(text.slice(words.start, words.end))
  );
}

/** Whether the owners that a part has from above stand at its own end: they may be its own. */
export function mayBeShared({
  scope,
  verbatim,
  quotes,
}: Pick<Candidate, "scope" | "verbatim" | "quotes">): boolean {
  return scope === "inherited" && verbatim !== null && quotes.some((q) => isWithin(verbatim, q));
}

/** Whether a time that a part has from its row's column is its own by no label: 6月底前完成排查，年底前完成整治. */
export function mayBeOfAnother(
  text: string,
  { deadlines }: Pick<Candidate, "deadlines">,
  { cells: { deadline: column = [] } }: Pick<Candidate, "cells">,
): boolean {
  const inColumn = ({ words }: CandidateDeadline) =>
    column.some((cell) => isWithin(words, cell) && !mayBeOfParts(text, cell));
  return deadlines.some(inColumn);
}

/** Whether an empty cell of those responsible, beside a lead of its own, may say that there is nobody. */
export function mayBeEmpty(text: string, { lead = [], owners = [] }: Candidate["cells"]): boolean {
  const isBlank = ({ start, end }: Place) => text.slice(start, end).trim() === "";
  return (
    lead.some((cell) => !isBlank(cell)) && owners.some((cell) => !cell.isMerged && isBlank(cell))
  );
}

/** Whether paragraphs below one heading of goals, each of which says by when, may each be one. */
export function mayBeSeveral(text: string, { start, end }: Place): boolean {
  const begun = /(?<=\n\s*)[到至]?[0-9]{4}年/gu;
  return [...text.slice(start, end).matchAll(begun)].length > 1;
}

/** Whether what was read as one counts parts that may each be one (1.…2.…, with nothing before them), or has kept a number. */
export function mayHaveParts(text: string, quote: Place): boolean {
  const label = labelAt(text, quote.start);
  return markedParts(text, quote, true).length > 0 || (label !== null && label.end < quote.end);
}

/** Whether a cell of owners or times speaks of parts of its row: （1）县水利局；（2）县财政局, 第一项6月底前，其余年底前. */
export function mayBeOfParts(text: string, { start, end }: Place): boolean {
  const words = text.slice(start, end).normalize("NFKC").trim();
  return cellParts(words) !== null || /第[一二三四五六七八九十\d]+项|其余/u.test(words);
}

/** Whether a zone that was read as a unit stands among classes of places: it may do what each of them does. */
export function mayBeOneOfMany(text: string, owners: Candidate["owners"]): boolean {
  const wordsOf = (name: Place) => stretchOf(text, name).words;
  return (
    owners.some(({ role, name }) => role !== "implementing" && isZone(wordsOf(name))) &&
    owners.some(({ role, name }) => role === "implementing" && isOfPlaces(wordsOf(name)))
  );
}
