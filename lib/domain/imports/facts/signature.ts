import type { Day } from "@/lib/domain/calendar/days";
import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import { readPoint, yearNumber } from "@/lib/domain/imports/deadlines/points";
import { isPress, type Line } from "./lines";

/** The signature: the day of the document (成文日期) and who issued it. */
export type Signature = { dated: Place; datedOn: Day; issuer: Place | null };

const day = `${yearNumber}年(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日`;
const unit =
  "[^。,;:0-9]{1,40}(?:院|府|厅|局|委|部|办|室|会|组|署|行|中心|总队|支队|大队|公司|集团|中央|军委|领导小组)";
const alone = new RegExp(`^\\(?(?<day>${day})\\)?(?:印发)?$`);
const behindUnit = new RegExp(`^(?<unit>${unit})(?<day>${day})$`);
const labelled = new RegExp(`^(?:成文日期|成文时间|发文日期|印发日期)[:：]?(?<day>${day})$`);
const unitLine = new RegExp(`^(?:${unit}\\s*)+$`);
const mostSigners = 12;

/** The first signature: a day alone on its line below who issued it; null in press reports and where nobody signed. */
export function signatureOf(text: string, lines: readonly Line[]): Signature | null {
  if (isPress(lines)) return null;
  const found = lines.flatMap((line, i) => read(text, lines, line, i));
  return found.find(({ issuer }) => issuer !== null) ?? found[0] ?? null;
}

function read(text: string, lines: readonly Line[], line: Line, i: number): Signature[] {
  const bare = bareText(text, line);
  const match = behindUnit.exec(bare.text) ?? alone.exec(bare.text) ?? labelled.exec(bare.text);
  const words = match?.groups?.day;
  if (!match || words === undefined) return [];
  const from = bare.text.indexOf(words);
  const datedOn = readPoint(words, 0)?.until;
  if (!datedOn) return [];
  const dated = placeOf(bare, from, from + words.length);
  const signer = match.groups?.unit;
  const issuer = signer === undefined ? signersAbove(lines, i) : placeOf(bare, 0, signer.length);
  return [{ dated, datedOn, issuer }];
}

/** Those that signed, one a line: the lines right above the day that are names of units. */
function signersAbove(lines: readonly Line[], at: number): Place | null {
  let first = at;
  while (first > 0 && at - first < mostSigners && unitLine.test(lines[first - 1]?.words ?? ""))
    first -= 1;
  const from = lines[first];
  const to = lines[at - 1];
  return first === at || !from || !to ? null : { start: from.start, end: to.end };
}
