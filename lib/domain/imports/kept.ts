import { plainText } from "@/lib/domain/documents/spans";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import type { ReadDocument } from "./blocks";

/**
 * A document as it is kept: its text is the text that a draft rests on, sign for sign, so every place in it holds there too.
 * Refuses one without text, one that is longer than a draft's, one whose text nobody could keep like that, and text that may
 * not leave the office.
 */
export function keptDocument(read: ReadDocument): ReadDocument | Refusal {
  const text = read.text.trimEnd();
  if (text === "") return refuse("document_empty");
  if (text.length > draftLimits.text)
    return refuse("file_too_long", { params: { most: "signs", count: draftLimits.text } });
  if (plainText(text) !== text || /\p{Cs}/u.test(text)) return refuse("file_damaged");
  const refusal = publicTextRefusal(text, "text");
  if (refusal) return refusal;
  const blocks = read.blocks.map((block) => ({
    ...block,
    start: Math.min(block.start, text.length),
    end: Math.min(block.end, text.length),
  }));
  return { text, blocks, warnings: read.warnings };
}
