import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const set =
  /(?:办公室|(?<=[\u4e00-\u9fa5])办|办事机构|工作机构|秘书处)（?(?:设|设立|设置|挂靠)在/gu;

/** 报区督查组（办公室设在…）: whose office it is only receives what is told. */
const received = /(?:报送?|送|交|向|至|给)[^，。；（]{2,24}（$/u;

/** 报领导小组办公室（设在…） likewise. */
const receiving = /(?:报送?|送|交|向|至|给)[^，。；（]{2,24}$/u;

/** 办公室设在…: the department with the office of a leading group leads; its members are no owners by that. */
export function officeReadings(stretch: Stretch): Reading[] {
  return [...stretch.words.matchAll(set)].flatMap(({ index, 0: sign }) => {
    const before = stretch.words.slice(0, index);
    if (received.test(before) || (sign.includes("（") && receiving.test(before))) return [];
    const found = listAt(sub(stretch, index + sign.length, index + sign.length + 60));
    if (!found) return [];
    const { mentions } = mentionsOf(found.list, "lead");
    return mentions.length === 0
      ? []
      : [{ rule: "office", mentions, isOpenEnded: false, verbatim: placeOf(found.list) }];
  });
}
