import { assignmentOf } from "./assignment";
import { formOf } from "./forms";
import { labelledReading } from "./labelled";
import { namesMany } from "./many";
import { namesOf } from "./names";
import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { notAtStart, notInside } from "./verbs";

/** （…负责）, （责任单位：…）, and at the end of a sentence （甲、乙）, if all of them have the form of units. */
export function bracketReadings(stretch: Stretch): Reading[] {
  return brackets(stretch.words).flatMap(([from, to]) => {
    const inside = sub(stretch, from + 1, to);
    const isAlone = /(?:^|[。；！？”\n])$/u.test(stretch.words.slice(0, from));
    const isLast = /^[。；]?(?:$|\n)/u.test(stretch.words.slice(to + 1));
    const isAtEnd = isAlone || (isLast && namesOf(inside).length > 1);
    return readingOf(inside, isAtEnd) ?? [];
  });
}

function readingOf(inside: Stretch, isAtEnd: boolean): Reading | null {
  if (/^(?:含|包括|不含)/u.test(inside.words)) return null;
  const verbatim = placeOf(inside);
  const labelled = labelledReading(inside);
  if (labelled) return { ...labelled, rule: "bracket", verbatim };
  const { mentions, isOpenEnded, hasTail } = assignmentOf(inside, "responsible");
  const isPlain = isAtEnd && areUnits(firstClause(inside));
  const isSaid = hasTail && mentions.every(isName) && (mentions.some(hasForm) || isOpenEnded);
  if (!(isSaid || isPlain) || (mentions.length === 0 && !isOpenEnded)) return null;
  return { rule: "bracket", mentions, isOpenEnded, verbatim };
}
const hasForm = ({ words }: { words: string }) =>
  formOf(words) !== null || (namesMany(words) && !words.includes("的"));
const isName = (mention: { words: string }) =>
  (hasForm(mention) && !/.由(?!贸)/u.test(mention.words)) ||
  !notInside.test(namesMany(mention.words) ? mention.words.replace("的", "") : mention.words);

/**
 * Units and classes; with one of them also places without a word for their government (甲市、乙市人民政府), with as many
 * also what no form knows (县移动公司), if it is not a clause.
 */
function areUnits(list: Stretch): boolean {
  const names = namesOf(list);
  const isPlace = ({ words }: Stretch) =>
    /^[\u4e00-\u9fa5]{1,7}(?:省|自治区|[市县区州镇乡]|街道)$/u.test(words);
  const known = names.filter(({ form, name }) => form !== null || namesMany(name.words));
  const isAmong = ({ words }: Stretch) =>
    known.length * 2 >= names.length &&
    /^[\u4e00-\u9fa5]{3,14}$/u.test(words) &&
    !notInside.test(words) &&
    !notAtStart.test(words);
  return (
    known.length > 0 &&
    names.every((each) => known.includes(each) || isPlace(each.name) || isAmong(each.name))
  );
}
function firstClause(inside: Stretch): Stretch {
  const end = /[，；。]/u.exec(inside.words)?.index;
  return end === undefined ? inside : sub(inside, 0, end);
}

/** The outermost brackets, each from its opening to its closing sign. */
function brackets(words: string): [number, number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === "\n") depth = 0;
    if (words[i] === "（" && depth++ === 0) from = i;
    if (words[i] === "）" && depth > 0 && --depth === 0) found.push([from, i]);
  }
  return found;
}
