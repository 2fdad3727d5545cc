import { isWithin, type Place } from "@/lib/domain/documents/quotes";
import { isPersonsName } from "./owners/person";
import { isScopeRule } from "./owners/scope-rules";
import { stretchOf } from "./owners/stretch";

/**
 * Words that may say a time: a number of what time is counted in, what comes again, a part of a year, and whatever
 * something is done before, in or by the end of.
 */
const timeWords = new RegExp(
  [
    "[0-9０-９]{1,4}\\s*(?:年|月|日|天|周|个?工作日)",
    "[一二两三四五六七八九十半数几](?:年|个?月|天|周|季|个?工作日)(?!度)",
    "[每按逐][年月季旬周日天]|[年月季旬周学]底|季度|半年|[今明后当全本]年|[当本下][月周日天]|年[内初中末]|日内",
    "之[日时]起|期间|(?<![目当提事向从面超空朝眼站房门])前(?![期置沿列提瞻端后往景述款移线站])",
  ].join("|"),
  "u",
);
const goesOn = /^(?:持续|长期|常态)/u;
/** What stands between names in a list of owners and says how they do it. */
const connecting =
  /牵头|主办|主责|主管|配合|协助|协办|会办|协同|参与|参加|负责|负总责|承办|承担|督导|指导|支持|落实|实施|推进|执行|组织|抓好|会同|共同|分别|具体|联合|统筹|协调|各自|结合实际|(?:按照?|根据|依)?(?:各自|工作|部门)?职[责能]|(?:职责)?分工|责任|单位|部门|主体|处室|科室|机构|地区|国务院|有关|相关|各级|各|等|由|和|与|及|以及|其他|为|[省市县区州]直|行业|完成|时限|时间|持续|[省市县区州]级/gu;
/** What else such a place says: a person, and how owners are written where that adds none. */
const isAside = (piece: string) =>
  isPersonsName(piece) ||
  /^(?:同[上前左]|(?:责任|牵头|包联|分管)领导|联系(?:人|电话))$/u.test(piece) ||
  (isScopeRule(piece) && !/均|都/u.test(piece));

/** Whether any words of a place may say a time, beside those of the times that were read, there or where they stand again. */
export function leavesTimeUnread(text: string, place: Place, read: readonly Place[]): boolean {
  const said = read.map(({ start, end }) => text.slice(start, end));
  return timeWords.test(
    said.reduce((rest, words) => rest.replaceAll(words, ""), without(text, place, read)),
  );
}

/** Whether a place made for owners has words that are neither a name that was read nor say how they do it. */
export function leavesOwnerUnread(
  text: string,
  place: Place,
  { names, times }: { names: readonly Place[]; times: readonly Place[] },
): boolean {
  const rest = without(text, place, [...names, ...times]);
  const isTimed = times.some((time) => isWithin(time, place));
  return stretchOf(rest, { start: 0, end: rest.length })
    .words.split(/[，；。：、\n（）]/u)
    .some(
      (piece) =>
        (!isTimed && goesOn.test(piece)) ||
        (!isAside(piece) && /[\u4e00-\u9fa5]{2}/u.test(piece.replace(connecting, ""))),
    );
}

const label =
  /(?<=^|[\n（(；;。\s])[\u4e00-\u9fa5]{1,6}(?:单位|部门|主体|科室|处室)[：:](?:[（(][^（()）]*[）)]|[^\n。；;（()）])*/gu;

/** Whether a stretch labels names of which none was read: a label that is not known (包抓单位：…). Units in general are no names. */
export function leavesLabelUnread(text: string, place: Place, names: readonly Place[]): boolean {
  return [...text.slice(place.start, place.end).matchAll(label)].some(({ index, 0: words }) => {
    const [start, end] = [place.start + index, place.start + index + words.length];
    return (
      !/[：:].*(?:各|有关|相关)/u.test(words) &&
      !names.some((name) => name.start >= start && name.end <= end)
    );
  });
}

/** The words of a place without those of others. */
function without(text: string, { start, end }: Place, others: readonly Place[]): string {
  let words = "";
  let at = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.end <= at || other.start >= end) continue;
    words += `${text.slice(at, Math.max(at, other.start))}，`;
    at = other.end;
  }
  return words + text.slice(Math.min(at, end), end);
}
