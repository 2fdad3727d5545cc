import type { Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const named =
  /(?:强化|发挥好?|充分发挥|突出|加强)(?=[^，。；的]{2,60}?的?(?:牵头|统筹|主导|综合协调|组织协调))/gu;
const inLead =
  /^的?(?:牵头抓总|牵头协调|牵头|统筹协调|统筹|主导|综合协调|组织协调)[^，。；]{0,8}(?:作用|职能|职责)/u;

/** 强化…牵头抓总作用: the unit that is said to lead, although the sentence has it as an object. */
export function namedPartReadings(stretch: Stretch): Reading[] {
  return [...stretch.words.matchAll(named)].flatMap(({ index, 0: verb }) => {
    const found = listAt(sub(stretch, index + verb.length, index + verb.length + 80), true);
    if (!found || !inLead.test(found.rest.words)) return [];
    const { mentions } = mentionsOf(found.list, "lead");
    return mentions.length === 0
      ? []
      : [{ rule: "named-part", mentions, isOpenEnded: false, verbatim: placeOf(found.list) }];
  });
}
