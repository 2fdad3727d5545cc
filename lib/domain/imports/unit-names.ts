import type { Day } from "@/lib/domain/calendar/days";
import type { DepartmentKind } from "@/lib/domain/people/departments";
import { plainWords } from "@/lib/domain/texts";

/** A unit with all that it is or was called. */
export type UnitName = {
  id: string;
  name: string;
  shortName: string | null;
  aliases: readonly string[];
  kind: DepartmentKind;
  /** Of a collective: the kinds of the units that it stands for. */
  memberKinds: readonly DepartmentKind[] | null;
  /** What it is called from a day on (`department_names`); none where it always had the name above. */
  names: readonly { fromOn: Day; name: string; shortName: string | null }[];
  closedOn: Day | null;
  mergedIntoId: string | null;
};

/** The names in a name: 省市场监管局（省知识产权局） is called both. Without white space and the width of signs. */
export function writtenNames(name: string): string[] {
  const plain = plainWords(name)
    .replace(/[〔［【]/gu, "(")
    .replace(/[〕］】]/gu, ")");
  const second = /^(.{2,})\(([^()]{2,})\)$/u.exec(plain);
  // In 各县（市、区） the bracket is part of the word.
  const isLevel = second !== null && /^[市县区州旗盟、镇乡街道]+$/u.test(second[2] ?? "");
  return (second && !isLevel ? [second[1] ?? "", second[2] ?? ""] : [plain]).filter(
    (each) => each !== "",
  );
}

/** A name as it is compared: 发展和改革委员会 is 发展改革委, 人民政府 is 政府. */
export function folded(name: string): string {
  return plainWords(name)
    .replace(/人民政府/gu, "政府")
    .replace(/管理委员会/gu, "管委会")
    .replace(/委员会/gu, "委")
    .replace(/办公室$/u, "办")
    .replace(/(?<=.{2})和(?=.{2,}[部委厅局办署]$)/u, "")
    .replace(/(?:机关|本级|党组)$/u, "");
}

const level =
  /^(?:国家|国务院|中华人民共和国|(?:[\p{Script=Han}]{2,6}?(?:省|自治区))?(?:[\p{Script=Han}]{1,8}?(?:(?<!城)市(?!场)|自治州|州|盟|地区))?(?:[\p{Script=Han}]{1,6}?(?:县|区|旗))?|省|市(?!场)|县|区|州)(?=.{2})/u;

/** Without the level or place in front: 省财政厅, 山西省财政厅 → 财政厅. */
export function withoutLevel(name: string): string {
  return name.slice(prefixOf(name).length);
}

function prefixOf(name: string): string {
  const short = /^(?:省|市(?!场)|县|区|州)(?=.{2})/u.exec(name)?.[0];
  return short ?? level.exec(name)?.[0] ?? "";
}

/** Whether the name ends like an office within a unit: 省教育厅基础教育处. */
export function endsWithOffice(name: string): boolean {
  return /.{4,}(?:处|科|室|股)$/u.test(name);
}

/** Whether words without a level may stand for longer ones in short: their signs stand in those in this order, the first first, the last last. */
export function isShortOf(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const sign of long) if (sign === short[at]) at += 1;
  return at === short.length;
}
