import { type FoldedText, foldAway, foldSpelt, foldText, originalOf } from "./folded-text";
import { firstPersonalNumber } from "./personal-numbers";
import { type Refusal, refuse } from "./refusals";

/** Signs that draw a word apart and say nothing. Not the marks of a list: 手机、密码 are two words. */
const drawnApart = /^[\s\p{Pd}\p{Pc}.·•‧∙・/\\|~'"`^+=]$/u;

// What makes an ordinary word of the two signs of a marking: 拒绝密码, 司机密切配合 (one sign before and one after).
const ofRefusing = "杜拒断隔谢回弃灭根阻";
const ofMachines = "手司算飞随相主危时投动有无电单整契转商生农军专战升割型印录洗耕播种挖收拉";
const ofDensity = "切封闭码度布集钥植接谋织林麻排室实匝云件文歌";
const gap = "[*★☆]*";
const starred = "[*★☆※⋆⭑⭒\\p{So}]";

/**
 * The markings of 国家秘密 (保守国家秘密法 §14, 国家秘密定密管理规定): 绝密 and 机密 as such, 秘密 only as a level or with its
 * star or term, because the word alone is an ordinary one (商业秘密). 机密性 and 机密计算 are words of information security.
 */
const markings = [
  `(?!(?<=[${ofRefusing}])绝密[${ofDensity}])绝${gap}密`,
  `(?!(?<=[${ofMachines}])机密[${ofDensity}]|机密(?:性|计算|容器|虚拟机))(?<!商业)机${gap}密`,
  `秘${gap}密${starred}+|${starred}+秘密`,
  "(?<!国家|商业|工作|个人)秘密级(?!别)",
  "(?<![守的个些大])秘密(?:\\d{1,2}年|长期)(?![后前来间以内])",
  "(?:密级|密等|定密|[涉保]密(?:等级|级别|程度))[\\p{P}\\p{S}]*[为是定属]?[\\p{P}\\p{S}]*秘密",
].map((source) => new RegExp(source, "u"));

/** Refuses text with a secrecy marking, which has no place in this system at all (保守国家秘密法 §31). */
function secrecyRefusal(text: string, field: string): Refusal | null {
  return markingRefusal(text, foldText(text), field);
}

/** The same for every text in an input, however deep: the field is the key that it stands under. */
export function secrecyIn(input: unknown, field = ""): Refusal | null {
  if (typeof input === "string") return secrecyRefusal(input, field);
  if (typeof input !== "object" || input === null) return null;
  for (const [key, value] of Object.entries(input)) {
    const refusal = secrecyIn(value, Array.isArray(input) ? field : key);
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Refuses text that may not leave the office: citizen and mobile numbers (PIPL §25, §28) and secrecy markings
 * (保守国家秘密法 §31). The refusal names the words as they were typed, so that the writer can find them.
 */
export function publicTextRefusal(text: string, field: string): Refusal | null {
  const folded = foldText(text);
  const marked = markingRefusal(text, folded, field);
  if (marked) return marked;
  for (const each of [folded, foldSpelt(folded)]) {
    const number = firstPersonalNumber(each.signs);
    if (!number) continue;
    const typed = Array.from(originalOf(text, each, number.start, number.end));
    const masked = `${typed.slice(0, 3).join("")}…${typed.slice(-2).join("")}`;
    return refuse("personal_data", { field, params: { found: masked } });
  }
  return null;
}

function markingRefusal(text: string, folded: FoldedText, field: string): Refusal | null {
  const together = foldAway(folded, drawnApart);
  for (const marking of markings) {
    const found = marking.exec(together.signs);
    if (!found) continue;
    const end = found.index + found[0].length;
    const typed = originalOf(text, together, found.index, end);
    return refuse("secrecy_marking", { field, params: { found: typed } });
  }
  return null;
}
