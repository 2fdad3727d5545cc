import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import { headOf, type Line } from "./lines";

const number =
  /[\u4e00-\u9fa5]{1,14}(?:\([\u4e00-\u9fa5]\))?[〔[(【〈﹝][12]\d{3}[〕\])】〉﹞]第?\d{1,5}号/;
const labelled = new RegExp(
  `^(?:发文字号|文号|发文文号|文件编号)[:：]?(?<number>${number.source})`,
);
/** Alone on its line, with the signer (签发人：) at most. */
const alone = new RegExp(`^(?<number>${number.source})(?:签发人.*|特急|急件)?$`);

/** 国发〔2019〕3号, in whatever brackets: in the head or behind 发文字号：; numbers that the text refers to are not its own. */
export function documentNumber(text: string, lines: readonly Line[]): Place | null {
  const head = headOf(lines);
  const last = head.at(-1);
  // A page may set the number below the addressee's line or behind the title.
  const near = lines.slice(0, (last ? lines.indexOf(last) : 0) + 3);
  for (const line of [...near, ...lines.slice(0, 40)]) {
    const bare = bareText(text, line);
    const found = (near.includes(line) ? alone.exec(bare.text) : null) ?? labelled.exec(bare.text);
    const words = found?.groups?.number;
    if (!found || words === undefined) continue;
    const from = found[0].indexOf(words);
    return placeOf(bare, from, from + words.length);
  }
  return null;
}
