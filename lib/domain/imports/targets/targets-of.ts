import { type BareText, bareText, placeOf } from "@/lib/domain/imports/bare-text";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { CandidateTarget, Item } from "@/lib/domain/imports/candidates";
import { backTo, clauseAfter, clauseBefore } from "@/lib/domain/imports/deadlines/clauses";
import { changes } from "./changes";
import { counts } from "./counts";
import { levels } from "./levels";
import type { TargetForm, TargetFound } from "./target";

/** Where two read the same words, the first that stands here counts. */
const forms: readonly TargetForm[] = [levels, changes, counts];

/** A benefit's amount (给予最高200万元补助), a condition's threshold or a penalty is nothing to reach. */
const noTarget =
  /最高|给予|补助|补贴|奖励|资助|贷款|罚款|减免|每人|每户|每年|标准为|单个|单户|的企业|注册资本|预计|^对|已(?:建|完|达|有|经)/;

/** The numbers that each item is to reach, in the order of the items: few, and those clear. */
export function targetsOf(document: ReadDocument, items: readonly Item[]): CandidateTarget[][] {
  return items.map(({ quotes: [quote] }) => {
    const bare = bareText(document.text, quote);
    return scan(bare.text).map((found) => asCandidate(found, bare));
  });
}

function scan(text: string): TargetFound[] {
  const read = forms
    .flatMap(({ pattern, read }) =>
      [...text.matchAll(pattern)].flatMap((match) => read(match, text) ?? []),
    )
    .filter(({ from, to }) => !noTarget.test(clauseOf(text, from, to)));
  const apart: TargetFound[] = [];
  for (const each of read)
    if (apart.every(({ from, to }) => each.to <= from || to <= each.from)) apart.push(each);
  return apart.sort((a, b) => a.from - b.from);
}

function clauseOf(text: string, from: number, to: number): string {
  return clauseBefore(text, from) + text.slice(from, to) + clauseAfter(text, to);
}

const sentenceEnds = new Set("。\n\t");

function asCandidate(
  { rule, from, to, name, comparator, value, unit }: TargetFound,
  bare: BareText,
): CandidateTarget {
  const said = backTo(sentenceEnds, bare.text, from) + bare.text.slice(from, to);
  const base = /(?:较|比|以|在)(?<year>(?:19|20)\d{2})年/.exec(
    bare.text.slice(Math.max(0, from - 8), to),
  )?.groups?.year;
  const years = [...said.matchAll(/(?<![较比以\d-])(?<year>20\d{2})年/g)].map(
    ({ groups }) => groups?.year,
  );
  const target = years.filter((year) => year !== base).at(-1);
  return {
    ...{ words: placeOf(bare, from, to), comparator, value, unit, rule },
    name: name === null ? null : placeOf(bare, name.from, name.to),
    baseYear: base === undefined ? null : Number(base),
    targetYear: target === undefined ? null : Number(target),
  };
}
