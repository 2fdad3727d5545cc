import { isLabelled } from "./wrapped-lines";

const midSentence = /[\p{L}\p{N}，、,%]$/u;
const sentenceWithin = /。./su;
const wholeSentence = /[。！？][”’）)]*$/u;
const beginsAnew = /^(?:[#(（【“[]|本报讯|附)/u;

/**
 * Whether a paragraph goes on in the next one, from which a blank line parts it, as where a newspaper's column or page ends:
 * it has whole sentences and stops within one, and the next brings one to its end without beginning anything.
 */
export function goesOn(paragraph: string, next: string): boolean {
  return (
    midSentence.test(paragraph) &&
    sentenceWithin.test(paragraph) &&
    wholeSentence.test(next) &&
    !beginsAnew.test(next) &&
    !isLabelled(next)
  );
}
