import { formOf } from "./forms";
import { namesOf } from "./names";
import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { mentionsOf } from "./subject";

const label = /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、|\d+[.．、])?/u;
const behind = /(?:的?(?:工作|主要)?(?:职责|责任|任务)(?:任务|分工|清单)?)?[：。]?$/u;
/** A heading that says how the work is organised names nobody who does what stands below it. */
const notDoing = /(?:小组|专班|指挥部|工作组|机构|组织|体系)$/u;

/** 一、市公安局 / （二）各区人民政府：: a heading that is nothing but names says who does what stands below it. */
export function headingUnitReadings(heading: Stretch): Reading[] {
  const from = label.exec(heading.words)?.[0].length ?? 0;
  const list = sub(heading, from, heading.words.replace(behind, "").length);
  const names = namesOf(list);
  const last = names.at(-1)?.name;
  const areUnits = names.every(
    ({ name: { words } }) =>
      !notDoing.test(words) &&
      (formOf(words) === "unit" || (formOf(words) === "class" && /^(?:各|有关|相关)/u.test(words))),
  );
  if (!last || last.at.at(-1) !== list.at.at(-1) || !areUnits) return [];
  const read = mentionsOf(list, "responsible");
  return read.mentions.length > 0 ? [{ rule: "inherited", ...read, verbatim: placeOf(list) }] : [];
}
