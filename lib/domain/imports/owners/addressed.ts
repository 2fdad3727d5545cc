import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { namesOf } from "./names";
import type { Mention, Reading } from "./reading";
import { placeOf, type Stretch, stretchOf, sub } from "./stretch";
import { isHelping, isPredicate } from "./verbs";

const greeting = /^[^\n，。：:]{2,30}(?=[：:]\s*$)/mu;
const you =
  /(?<=^|[，。；：\n])(?:请|由|望|希望?)?(?<name>你(?:[省市州盟县区旗乡镇局委办厅部院校]|街道|中心|公司|单位))/gu;

/** 请你局牵头…: whom a letter to one unit calls “you” is that unit, by the name that the letter begins with. */
export function addressedReadings({ text }: ReadDocument): (stretch: Stretch) => Reading[] {
  const addressee = addresseeOf(text);
  if (addressee === null) return () => [];
  return (stretch) =>
    [...stretch.words.matchAll(you)].flatMap(({ index, 0: words, groups }) => {
      const end = index + words.length;
      const behind = stretch.words.slice(end);
      if (!isPredicate(behind)) return [];
      const own = placeOf(sub(stretch, end - (groups?.name ?? "").length, end));
      const part = isHelping(behind) ? "helping" : "responsible";
      return [
        {
          ...{ rule: "addressed", mentions: [{ ...addressee, part }] },
          ...{ isOpenEnded: false, verbatim: own },
        },
      ];
    });
}

/** The one unit that a line greets, with nothing else on it. */
function addresseeOf(text: string): Omit<Mention, "part"> | null {
  const found = greeting.exec(text);
  if (!found) return null;
  const [name, ...others] = namesOf(
    stretchOf(text, { start: found.index, end: found.index + found[0].length }),
  );
  const place = name ? placeOf(name.name) : null;
  if (!name || place === null || name.form !== "unit" || others.length > 0) return null;
  return { name: place, words: name.name.words, form: "unit", group: 0 };
}
