import { isRegulated } from "./forms";
import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";
import { isHelping } from "./verbs";

/** Not 建议由, 经由, 理由, 缘由, 自由. */
const by = /(?<!建议|拟|经|理|缘|自|事|来|案|可|可以|能)由(?!于|此|来|衷)/gu;
const concerned = /^(?:所|其)?(?:涉及|牵涉|对应)的/u;
/** 参加由甲组织开展的培训: behind a verb it says of a thing whose it is. */
const ofSomething =
  /^(?!牵头|负责)(?:(?!牵头|负责|统筹)[^，。；、的]){1,12}的(?!(?:原则|要求|方式|办法)?(?:[，。；]|$))/u;
/** Who makes up a group, or approves what others do, carries nothing out. */
const notByIt =
  /^的|^(?:[两三四]级|本级)?财政(?!部门|局|厅)|^(?:(?!牵头|会同|负责)[^，。；]){0,80}(?:组成|构成)(?=[，。；的]|$)|^[^，。；]{0,16}(?:书记|局长|主任|厅长|部长|[市县区省]长|主席|院长|行长)(?:、[^，。；]{0,12})?(?:任|担任|兼任|负责)|^(?:等)?(?:[^，。；]{0,4})?(?:组成|构成|担任|兼任|参加的|任组长|任副?主任|批准|同意|授权|承担的费用|参与的)/u;

/** 由…牵头, 由…会同…制定: the unit behind 由. */
export function byUnitReadings(stretch: Stretch): Reading[] {
  return [...stretch.words.matchAll(by)].flatMap(({ index }) => {
    const from = index + 1 + (concerned.exec(stretch.words.slice(index + 1))?.[0].length ?? 0);
    const behind = sub(stretch, from, from + 200);
    const found = listAt(behind) ?? listAt(behind, true);
    const isOfRegulated =
      found !== null && isRegulated(/^[^、和与及]*/u.exec(found.list.words)?.[0] ?? "");
    if (
      !found ||
      isOfRegulated ||
      notByIt.test(found.rest.words) ||
      (/[\u4e00-\u9fa5]/u.test(stretch.words[index - 1] ?? "") &&
        ofSomething.test(found.rest.words)) ||
      !/^[\u4e00-\u9fa5]/u.test(found.rest.words)
    )
      return [];
    const part = isHelping(found.rest.words)
      ? "helping"
      : /^(?:具体|共同|总)?(?:牵头|负总责|主办)/u.test(found.rest.words)
        ? "lead"
        : "responsible";
    const read = mentionsOf(found.list, part);
    if (read.mentions.length === 0 && !read.isOpenEnded) return [];
    return [{ rule: "by-unit", ...read, verbatim: placeOf(found.list) }];
  });
}
