import { isActing } from "./acting";
import { isAtEveryLevel, isNeverOwner, isRegulated, isZone } from "./forms";
import { namesMany } from "./many";
import { arePlaces, isToldAsPlace } from "./named-places";
import { type Name, namesOf } from "./names";
import { decidesForOthers, tellsWhatWasDone } from "./not-told";
import type { Mention, Part, Reading } from "./reading";
import { listed, placeOf, type Stretch, sub } from "./stretch";
import {
  isDone,
  isHelping,
  isOfPerson,
  isOfSomething,
  isOrder,
  isPredicate,
  notAtStart,
  notInside,
  personOf,
} from "./verbs";

/** What stands before the subject of a clause. */
const before =
  /^(?:(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]|（[一二三四五六七八九十\d]+）|\d+[.．、]|[①-⑳])?(?:同时|另外|此外|其中|并且|并|请|望|希望|希|凡|对此|为此|会议(?:强调|指出|要求)|特别是|原则上|(?=[到自从于在]?[\d年月上中下])(?:到|自|从|于|在)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上旬|中旬|下旬|年?底|末)?(?:之?前|起|内|后)(?:，)?|年[底末初中]|\d{4}年(?:[上下]半年|第?[一二三四]季度|\d{1,2}月)?|[上下]半年|年内|每年|每季度|每月|今后|(?:汛期|[\u4e00-\u9fa5]{2,4}期间)(?:（[^）]{1,30}）)?|以上|由))?/u;
const longest = 160;

/** A name or list of names at the beginning of a clause, and what follows it. */
export type Subject = { list: Stretch; rest: Stretch };

/** The subjects of the clauses of a stretch. */
function subjectsOf(stretch: Stretch): Subject[] {
  const found: Subject[] = [];
  const clause = /(?:^|[，。；！？\n：])/gu;
  for (const { index, 0: sign } of stretch.words.matchAll(clause)) {
    const from = index + sign.length;
    const last = found.at(-1);
    const lead = before.exec(stretch.words.slice(from, from + 40))?.[0] ?? "";
    const subject =
      (index === 0 ? headAt(stretch) : null) ??
      subjectAt(sub(stretch, from + lead.length, from + lead.length + longest + 60)) ??
      (lead === "" ? null : subjectAt(sub(stretch, from, from + longest + 60)));
    if (subject && !(last && overlaps(last.list, subject.list))) found.push(subject);
  }
  return found;
}
const overlaps = (a: Stretch, b: Stretch) => (a.at.at(-1) ?? 0) >= (b.at[0] ?? 0);

/** A unit that heads what it is to do: 市教育局：负责…, 2.公安部门。负责…, or on a line of its own. */
function headAt(stretch: Stretch): Subject | null {
  const end = /[：。\n]/u.exec(stretch.words)?.index;
  if (end === undefined || end > 60) return null;
  const list = sub(stretch, 0, end);
  const rest = sub(stretch, end + 1);
  return isList(list) && isPredicate(rest.words) ? { list, rest } : null;
}

/** The list of names that a stretch begins with, if something is said of it that is a task. */
function subjectAt(stretch: Stretch): Subject | null {
  const found = withSome(listAt(stretch));
  if (!found || isOfSomething(found.rest.words) || isDone(found.rest.words)) return null;
  const rest = found.rest.words;
  const names = namesOf(found.list);
  if (arePlaces(names)) return isToldAsPlace(names, rest) ? found : null;
  if (isPredicate(rest) || isActing(found.list.words, rest)) return found;
  if (!/^，/u.test(rest) || found.list.words.length <= 2) return null;
  const isSaidOfBoth = () =>
    subjectAt(sub(found.rest, /^，(?:(?:特别|尤其)是)?/u.exec(rest)?.[0].length ?? 1)) !== null;
  const isSaidOfMore = /^，(?:特别|尤其)是[^，。；]{2,20}?(?:也)?(?:要|应|须)/u.test(rest);
  return isPredicate(rest.slice(1)) || isSaidOfMore || isSaidOfBoth() ? found : null;
}

/** 各省，特别是重点区域所在地人民政府，也要…: whom it is said of above all stands between commas. */
function withSome(found: Subject | null): Subject | null {
  const some = /^，(?:特别|尤其)是([^，。；：]{2,40})，/u.exec(found?.rest.words ?? "");
  if (found === null || some?.[1] === undefined) return found;
  const { list, rest } = found;
  const behind = sub(rest, some[0].length);
  if (!isPredicate(behind.words)) return found;
  const named = sub(rest, some[0].length - 1 - some[1].length, some[0].length - 1);
  return { list: isList(named) ? listed([list, named]) : list, rest: behind };
}

/**
 * The list of names that a stretch begins with: up to the first complete one with a fitting word behind it; with `anyWord`
 * (behind 由) any word fits.
 */
export function listAt(stretch: Stretch, anyWord = false): Subject | null {
  const end = /[。；！？\n：]/u.exec(stretch.words)?.index ?? stretch.words.length;
  const within = stretch.words.slice(0, Math.min(end, longest));
  if (notAtStart.test(within) && !/^(?:有关|其他|各|有条件的|具备条件的)/u.test(within))
    return null;
  let depth = 0;
  let begun: Subject | null = null;
  for (let i = 1; i <= within.length; i++) {
    const sign = within[i - 1];
    if (sign === "（") depth++;
    if (sign === "）") depth--;
    if (sign === "，" && depth <= 0) return begun;
    if (depth > 0 || /^（(?!详?见|名单|以下)[^）]{1,16}）/u.test(within.slice(i))) continue;
    const rest = withoutRemark(sub(stretch, i));
    const ofClass = personsOfClass(sub(stretch, 0, i), rest);
    if (ofClass) return ofClass;
    const list = sub(stretch, 0, i);
    const isFollowed =
      anyWord ||
      isPredicate(rest.words) ||
      /^(?:[，。；）]|$)/u.test(rest.words) ||
      isActing(list.words, rest.words);
    if (!isFollowed) continue;
    if (!isList(list) || isGoingOn(list.words, rest.words) || isPartOfPlace(list, rest)) continue;
    if (isOfPerson(rest.words)) return null;
    begun = { list, rest };
    if (!/^、/u.test(rest.words)) return begun;
  }
  return begun;
}

/** A place alone, of which something more is said than an order: 云河灌区|管理局要…. */
function isPartOfPlace(list: Stretch, rest: Stretch): boolean {
  const names = namesOf(list);
  return names.length === 1 && arePlaces(names) && !isToldAsPlace(names, rest.words);
}

/** Without a remark in brackets that is too long for a second name, and without the people of a unit beside it. */
function withoutRemark(rest: Stretch): Stretch {
  const remark =
    /^（(?:[^）]{17,}|(?:详?见|名单|以下)[^）]*)）|^及其(?:工作人员|负责人|内设机构|所属单位)/u;
  return sub(rest, remark.exec(rest.words)?.[0].length ?? 0);
}

/** 各乡镇|主要领导|要…: what the heads of each of a class are told, the class is. */
function personsOfClass(list: Stretch, rest: Stretch): Subject | null {
  const person = personOf(rest.words);
  if (person === "" || !isList(list)) return null;
  const behind = sub(rest, person.length);
  const isClass = namesOf(list).every(({ form }) => form === "class" || form === "open");
  return isClass && isOrder(behind.words) ? { list, rest: behind } : null;
}

/** A noun that goes on with a name, where it is told something: 地方|普查机构应当…, 中介机构和部|门…, 县政协|有关工作机构. */
const goesOnAs =
  /^门|^(?:(?:常委)?会)?(?:有关|相关)(?:工作机构|内设机构|[科处股]室)|^[^，。；、和要应须将]{0,8}?(?:机构|部门|机关|单位|组织|办公室|中心|指挥部|领导小组)(?=要|应|须|必须|负责|将|[、和](?=[^，。；]{2,20}?(?:要|应|须|负责|将)))/u;

/** Whether the name is longer: 市委|组织部, 省政府|妇儿工委办公室. */
function isGoingOn(list: string, rest: string): boolean {
  if (goesOnAs.test(rest) && (list.endsWith("部") || !rest.startsWith("门"))) return true;
  if (
    !/(?:^|[、和])(?:[\u4e00-\u9fa5]{0,6}(?:委|政府|国务院|中央|人大|政协)|各[省市县区乡镇州街道]{1,4})$/u.test(
      list,
    )
  )
    return false;
  for (const { index, 0: end } of rest.slice(0, 18).matchAll(/[部办室委局厅院校组会]|中心/gu)) {
    const word = rest.slice(0, index + end.length).replace(/依法治[国省市县区州]/u, "");
    const behind = rest.slice(index + end.length);
    if (/[要应须将省市县区，、。]/u.test(word) || notAtStart.test(word) || notInside.test(word))
      return false;
    if (/^[、和，（。；等]/u.test(behind) || behind === "" || isPredicate(behind)) return true;
  }
  return false;
}

function isList(list: Stretch): boolean {
  const plain = list.words.replace(/（[^）]*）|“[^”，。、]{1,12}”|(?:有条件|有关|相关)的/gu, "");
  if (notInside.test(plain)) return false;
  const names = namesOf(list);
  if (arePlaces(names)) return true;
  // “各级” by itself goes on: 各级财政部门.
  if (names.length === 0 || list.words === "各级") return false;
  const last = names.at(-1);
  return (
    last !== undefined &&
    (last.form !== null ||
      (names.length > 1 &&
        (isRegulated(last.name.words) ||
          isZone(last.name.words) ||
          (/[站所队院校镇乡]$/u.test(last.name.words) && isAmongUnits(last.name.words, names))))) &&
    (list.at.at(-1) === last.name.at.at(-1) || last.isOpen) &&
    names.every(
      ({ name, form }) =>
        form !== null ||
        isRegulated(name.words) ||
        isZone(name.words) ||
        isElided(name.words, last.name.words) ||
        isAmongUnits(name.words, names) ||
        (namesMany(name.words) && names[0]?.form === "class"),
    ) &&
    names.some(({ form }) => form !== null) &&
    names.every(
      ({ name, form }) => !notAtStart.test(name.words) || form === "open" || form === "class",
    )
  );
}
/** 广州、深圳市政府: the first goes without its level. */
const isElided = (name: string, last: string) =>
  /^[\u4e00-\u9fa5]{2,6}$/u.test(name) &&
  /[市区县州](?:人民)?政府$/u.test(last) &&
  !notAtStart.test(name);

/** 县教育局、国投公司、县财政局: what no form knows is a unit among twice as many that are; among as many, if it ends like one. */
function isAmongUnits(name: string, names: readonly Name[]): boolean {
  const units = names.filter(({ form }) => form === "unit");
  const known = names.filter(({ form }) => form !== null);
  return (
    /^[\u4e00-\u9fa5]{3,12}$/u.test(name) &&
    (units.length * 3 >= names.length * 2 ||
      (known.length * 2 >= names.length && /(?:[站所队院室组校场段厂社]|街道)$/u.test(name)))
  );
}

/** What a list of names in running text comes to. */
export function mentionsOf(list: Stretch, part: Part): Pick<Reading, "mentions" | "isOpenEnded"> {
  const names = namesOf(list);
  const isEverywhere =
    !arePlaces(names) &&
    names.every(({ name, form }) => form !== "unit" || isAtEveryLevel(name.words));
  const mentions = names.flatMap(({ name, form }): Mention[] => {
    const { words } = name;
    const place = placeOf(name);
    const isNone =
      isNeverOwner(words) ||
      /（设在/u.test(words) ||
      (isRegulated(words) && !isAmongUnits(words, names));
    if (form === "open" || place === null || isNone) return [];
    const given = isEverywhere ? "class" : (form ?? (namesMany(words) ? "class" : "unit"));
    return [{ name: place, words, form: given, part, group: 0 }];
  });
  return { mentions, isOpenEnded: names.some(({ isOpen }) => isOpen) };
}

/** The subject of 要, 应, 须, 负责, 将 or of a task; with `onlyOrders` (in a lead-in) of 要, 应, 须 and 负责. */
export function subjectReadings(stretch: Stretch, onlyOrders = false): Reading[] {
  return subjectsOf(stretch).flatMap(({ list, rest }) => {
    if (onlyOrders && !isOrder(rest.words)) return [];
    if (tellsWhatWasDone(rest.words) || decidesForOthers(list.words, rest.words)) return [];
    const part = isHelping(rest.words) ? "helping" : "responsible";
    const read = mentionsOf(list, part);
    if (read.mentions.length === 0 && !read.isOpenEnded) return [];
    return [{ rule: "subject", ...read, verbatim: placeOf(list) }];
  });
}
