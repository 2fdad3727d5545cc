import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const withOthers =
  /(?<!报|请)(?:会同|牵头(?:组织|协调)(?=[\u4e00-\u9fa5]{2,12}(?:、|等))|会商|商(?=[国省市县区各有])|联合(?=[国省市县区各有])|协同(?=[国省市县区各有]))/gu;

/** 会同甲、乙: whoever is asked in helps. */
export function togetherReadings(stretch: Stretch): Reading[] {
  return [...stretch.words.matchAll(withOthers)].flatMap(({ index, 0: sign }) => {
    const behind = sub(stretch, index + sign.length, index + sign.length + 200);
    const found = listAt(behind) ?? listAt(behind, true);
    if (!found) return [];
    const read = mentionsOf(found.list, "helping");
    if (read.mentions.length === 0 && !read.isOpenEnded) return [];
    return [{ rule: "together", ...read, verbatim: placeOf(found.list) }];
  });
}
