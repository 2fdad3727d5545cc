import { type Form, formOf, isNeverOwner, isRegulated, isZone } from "./forms";
import { goesOnWithLevels } from "./many";
import { isPersonsName } from "./person";
import { listed, pieces, type Stretch, sub } from "./stretch";

/** A name in a list, with the form it has; `form` is null where the gazetteer does not know it. */
export type Name = { name: Stretch; form: Form | null; isOpen: boolean };

/** No name is longer. */
const longest = 80;
const more =
  /(?<=.)(?<![高中初])等(?:\d+个|[一二三四五六七八九十]+个|多个)?(?:(?:(?![和与及]各)[^、，。；等]){0,8}?(?:部门|单位|方面|机构|组织|团体|地区|院校|高校|企业|学校|医院|部委|委办局|地|市|省)(?:[和及]单位|（单位）)?)?$|(?<=.)及其(?:有关|相关|所属|职能)*(?:部门|单位)$/;
const partyAndState = /(?:）|^各[^委、党]{1,4})委、(?:[市州县区旗]（[^）]*）)?(?:人民)?政府$/;
/** Behind names of what departments do, without a word for each: 财政、教育等部门, 财政和教育部门. */
const department = /(?:等(?:有关|相关|行政|主管|职能|行业|多个)*|行政|主管|监管)*(?:部门|机关)$/;

/** The names of a list (甲、乙和丙等部门), each a stretch; “无”, “/” and “—” are none. */
export function namesOf(list: Stretch): Name[] {
  const short = pieces(list, /[、\n]/u).filter(({ piece }) => piece.words.length <= longest);
  const parts = joined(short.map(({ piece }) => piece));
  const names = byFunction(parts.flatMap(unjoined)).flatMap((part) => nameOf(part) ?? []);
  // 江门、云河市政府: a place may go without its level.
  const arePlaces = /(?:政府|[市县])$/u.test(names.at(-1)?.name.words ?? "");
  return withoutLevel(
    names.filter(({ name, form }) => form !== null || arePlaces || !isPersonsName(name.words)),
  );
}

/** 各市科技局、财政局: behind a class of offices those without a level are of the same. */
function withoutLevel(names: readonly Name[]): Name[] {
  let isClass = false;
  return names.map((each) => {
    const { words } = each.name;
    if (each.form === "class") isClass = /^各.*[局委厅办]$/u.test(words);
    else if (isClass && /^[省市县区州国中]/u.test(words)) isClass = false;
    return isClass && each.form === "unit" ? { ...each, form: "class" } : each;
  });
}

/** What departments are for, where the word for each is left out: 自然资源、住建、司法等. */
const functions =
  /^(?:各级)?(?:发展改革|发展和改革|发改|教育|科技|科学技术|工业和信息化|工信|经信|公安|民政|司法|财政|人力资源社会保障|人力资源和社会保障|人社|自然资源|国土资源|国土|生态环境|环境保护|环保|住房城乡建设|住房和城乡建设|住建|建设|规划|交通运输|交通|水利|水务|农业农村|农业|林业|商务|文化和旅游|文旅|旅游|卫生健康|卫健|退役军人|应急管理|应急|安监|审计|市场监管|工商|质检|药监|统计|医保|经贸|银行|气象|消防救援|消防|税务|海关|城管|宣传|网信|组织|编制|体育|广电|地震|通信|电力|能源|物价|信访)$/;

/** Whether words say only what a department is for. */
export function isFunction(words: string): boolean {
  return functions.test(words);
}

type Piece = { part: Stretch; isFunction: boolean };

/** Names of what departments do, up to the word for a department, are classes: 财政、教育等部门. */
function byFunction(parts: readonly Stretch[]): Piece[] {
  const last = parts.at(-1)?.words ?? "";
  const isShort = ({ words }: Stretch) =>
    /^[\u4e00-\u9fa5]{2,8}$/u.test(words.replace(more, "")) &&
    formOf(words.replace(more, "")) === null;
  const isSaid =
    (department.test(last) && !/^(?:各|有关|相关)/u.test(last) && formOf(last) !== "open") ||
    (last.endsWith("等") && parts.every(({ words }) => functions.test(words.replace(/等$/u, ""))));
  const areShort =
    isSaid && parts.filter(isShort).length * 2 >= parts.length - 1 && parts.some(isShort);
  return parts.map((part) => ({
    part,
    isFunction: functions.test(part.words.replace(more, "")) ? isSaid : areShort && isShort(part),
  }));
}

function nameOf({ part, isFunction }: Piece): Name | null {
  const all = trimmed(part);
  const cut = more.exec(all.words);
  const name = cut ? sub(all, 0, cut.index) : all;
  if (/^(?:无|暂无|[/／\-—–-―]+|)$/u.test(name.words) || isNeverOwner(name.words)) return null;
  const isOfAll = /^各级/u.test(name.words) && functions.test(name.words.slice(2));
  const form = isFunction || isOfAll ? "class" : formOf(name.words);
  return { name, form, isOpen: cut !== null || form === "open" };
}

/** Without what introduces a name or stands around it. */
function trimmed(part: Stretch): Stretch {
  const mark = /^[★☆▲△*＊]+/u.exec(part.words)?.[0].length ?? 0;
  if (mark > 0) return trimmed(sub(part, mark));
  const from =
    /^(?:以及|以|及|和|由|请|其中|并|[0-9]+[.．]|（[一二三四五六七八九十\d]{1,2}）)?(?=[\u4e00-\u9fa5A-Z])/u.exec(
      part.words,
    )?.[0] ?? "";
  const lead =
    /^(?:由|请|其中|以及|及|并由)/u.test(from) || /^[0-9（]/u.test(from) ? from.length : 0;
  const second = /（([^）]*)）$/u.exec(part.words);
  const end = isPersonsName(second?.[1] ?? "")
    ? (second?.index ?? 0)
    : part.words.replace(
        /[.．·。★☆▲△*＊]+$|（(?:[^）]*，下同|按[^）]*负责|(?:办公室)?设在[^）]*)）$/u,
        "",
      ).length;
  return sub(part, lead, end);
}

/** Puts together what “、” parts in one name. */
function joined(parts: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && isOneName(last.words, part.words)) out[out.length - 1] = listed([last, part]);
    else out.push(part);
  }
  return out;
}

const isOneName = (last: string, next: string) =>
  goesOnWithLevels(last, next) || partyAndState.test(`${last}、${next}`);

/** Parts at 和, 与 and 及 where both sides are names by themselves: not in 文化和旅游部, not in 党委和政府. */
function unjoined(part: Stretch): Stretch[] {
  const plain = part.words.replace(more, "");
  for (const found of plain.matchAll(/以及|[和与及]/gu)) {
    const left = part.words.slice(0, found.index).replace(more, "");
    const behind = found.index + found[0].length;
    const right = part.words.slice(behind).replace(more, "");
    if (
      functions.test(left) &&
      /^(?!文化和旅游|计划生育)[\u4e00-\u9fa5]{2,8}(?:行政|主管)*部门$/u.test(right) &&
      !/文化$/u.test(left)
    )
      return [sub(part, 0, found.index), ...unjoined(sub(part, behind))];
    const isTwo =
      (/^(?:各|有关|相关)/u.test(right) && left.length > 1 && formOf(right) === "class") ||
      ((formOf(left) !== null || isZone(/[^、]*$/u.exec(left)?.[0] ?? "")) &&
        (formOf(right) !== null ||
          isRegulated(right) ||
          (formOf(left) === "class" && isZone(right))) &&
        !/^(?:(?:人民)?政府$|管委会$|计划单列市)/u.test(right));
    if (isTwo) return [sub(part, 0, found.index), ...unjoined(sub(part, behind))];
  }
  const both =
    /^((?:全[省市县区])?各(?:地区|地|级(?!各类)|市县|县区|区县|市|县|区|镇|乡镇|镇街|街道|县（市、区）|区（县、市）|市（县、区）|乡镇（街道）|部门|有关部门))(?=各)/u.exec(
      part.words,
    )?.[0] ?? /^[^（）]{2,20}（[^（）]{1,12}）(?=各)/u.exec(part.words)?.[0];
  return both ? [sub(part, 0, both.length), ...unjoined(sub(part, both.length))] : [part];
}

/** Whether words end with a whole name, so that a break behind them parts it from the next. */
export function endsName(words: string): boolean {
  return formOf(/[^、，；。：\n（]*$/u.exec(words.slice(-longest))?.[0] ?? "") !== null;
}
/**
 * In a cell a space also parts a zone, a company or a station from the next name (高新园（邹区镇） 各街道, 晋陵公司 轨道公司),
 * and what somebody does: 县教育局牵头 县财政局配合.
 */
export function partsInCell(words: string, _next: string, gap: string): boolean {
  if (endsName(words) || /(?:牵头|主办|负责|配合|协办|参与)$/u.test(words)) return true;
  const name = /[^、，；。：\n]*$/u.exec(words.slice(-longest))?.[0] ?? "";
  return (
    !gap.includes("\n") &&
    (isZone(name) || isPersonsName(name) || /.{2}(?:公司|集团|[站所队院])$/u.test(name))
  );
}
/** In running text a break parts names only where the next one begins with a level or is a class: 县教育局 县财政局 各乡镇. */
export function partsNames(words: string, next: string): boolean {
  return /[省市县区州各]/u.test(next) && endsName(words);
}
