import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import { headOf, type Line } from "./lines";

const unit = "[^关\\n]{2,40}?(?:院|府|厅|局|委|部|办|室|会|组|署|行|军委|委员会)";
const ofTitle = new RegExp(`^(?<unit>${unit})(?=关于|印发|转发)`);

/** Who issued it where nobody signed: the red head (某市人民政府文件), else who the title names first. */
export function issuerOfHead(
  text: string,
  lines: readonly Line[],
  title: Place | null,
): Place | null {
  for (const line of headOf(lines)) {
    const bare = bareText(text, line);
    if (/^[^《》关于]{3,}文件$/.test(bare.text)) return placeOf(bare, 0, bare.text.length - 2);
  }
  if (title === null) return null;
  const bare = bareText(text, title);
  const found = ofTitle.exec(bare.text)?.groups?.unit;
  return found === undefined ? null : placeOf(bare, 0, found.length);
}
