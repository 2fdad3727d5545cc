export const departmentKinds = [
  "party",
  "government",
  "department",
  "city",
  "district",
  "body",
  "collective",
  "enterprise",
  "central_branch",
] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

/** A unit as forms offer it. A collective stands for many: it may cooperate and never lead. */
export type Department = { id: string; code: string; name: string; isCollective: boolean };

/** 省、市、县: where a unit stands follows from the tree, so nobody has to keep it. */
export const unitLevels = ["province", "city", "county"] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** The level of a unit by the kinds on its way from the top, its own last: of the county or city that it is, or is below. */
export function levelOf(way: readonly DepartmentKind[]): UnitLevel {
  if (way.includes("district")) return "county";
  return way.includes("city") ? "city" : "province";
}

/** How citizens and colleagues reach a unit: a post or office (承办处室), never a person. */
export const contactFields = ["office", "phone", "address", "email", "hours"] as const;
export type ContactField = (typeof contactFields)[number];
export type Contact = Record<ContactField, string | null>;

/** A unit as the list of units shows it. Each number is the length of the list that it leads to. */
export type ListedUnit = {
  code: string;
  name: string;
  shortName: string | null;
  kind: DepartmentKind;
  parent: string | null;
  isClosed: boolean;
  children: number;
  tasks: number;
  people: number;
};
