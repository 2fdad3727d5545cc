import type { DepartmentKind } from "@/lib/domain/people/departments";
import { folded, type UnitName } from "./unit-names";

/** Whether the name is of many: 各县（市、区）人民政府. */
export function isClassName(name: string): boolean {
  return /^(?:各|有关|相关|全[省市县]各)/u.test(name);
}

/**
 * The open collective units for a class: of that name, else those that stand for the same kinds (各县（市、区）人民政府 → the
 * districts). Of 有关… only some are meant, so none is certain even where there is one collective.
 */
export function collectivesOf(
  name: string,
  units: readonly UnitName[],
): { found: UnitName[]; isCertain: boolean } {
  const open = units.filter(({ kind, closedOn }) => kind === "collective" && closedOn === null);
  const named = open.filter((unit) => wordOf(unit.name) === wordOf(name));
  const kinds = kindsOf(name);
  const found =
    named.length > 0
      ? named
      : open.filter((unit) => kinds !== "" && keyOf(unit.memberKinds ?? []) === kinds);
  return { found, isCertain: /^(?:各(?!有关|相关)|全)/u.test(name) };
}

const wordOf = (name: string) =>
  folded(name)
    .replace(/^(?:各有关|各相关|各级|各|有关|相关|全[省市县]各)/u, "")
    .replace(/政府$/u, "")
    .replace(/[()、]/gu, "");
const keyOf = (kinds: readonly DepartmentKind[]) => [...new Set(kinds)].sort().join();

/** Cities and districts that a class of governments names; "" where it is of something else. */
function kindsOf(name: string): string {
  const words = folded(name).replace(
    /^(?:各有关|各相关|各|有关|相关|全[省市县]各)(?:设区的?|地级(?:以上)?)?/u,
    "",
  );
  if (!/^[市州盟县区旗()、]+(?:党委(?:和|、)?)?(?:政府)?$/u.test(words)) return "";
  const kinds: DepartmentKind[] = [];
  const withoutCountyCities = words.replace(
    /[县区]\((?:[市区县旗]、?)+\)|[市区]\((?=[^)]*县)[^)]*\)/gu,
    "县",
  );
  if (/市|州|盟/u.test(withoutCountyCities)) kinds.push("city");
  if (/县|区|旗/u.test(withoutCountyCities)) kinds.push("district");
  return keyOf(kinds);
}
