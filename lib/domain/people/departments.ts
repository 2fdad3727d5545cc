import { z } from "zod";

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

/** What a collective can stand for: any kind but another collective. */
export const memberKinds = departmentKinds.filter((kind) => kind !== "collective");
type MemberKind = (typeof memberKinds)[number];

/** The kinds that a unit stands for, in their order: a collective's as far as anybody said, of any other null. */
export function memberKindsOf(
  kind: DepartmentKind,
  said: readonly DepartmentKind[],
): MemberKind[] | null {
  const kinds = memberKinds.filter((each) => said.includes(each));
  return kind === "collective" && kinds.length > 0 ? kinds : null;
}

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

/** How much a unit has in hand: tasks it leads, takes part in, leads to a day within 30 days, leads and is late with. */
export type UnitLoad = { led: number; cooperating: number; soon: number; late: number };
export const unitLoads = [
  "led",
  "cooperating",
  "soon",
  "late",
] as const satisfies (keyof UnitLoad)[];

/** A unit as a picker offers it: of a collective how many it stands for (null: nobody said), to those who assign its load. */
export type UnitOption = Department & { memberCount: number | null; load: UnitLoad | null };

export const mostUnitsFound = 20;
export const findUnitsSchema = z.strictObject({
  words: z.string().trim().max(60),
  /** Only those that can lead. */
  isSingle: z.boolean(),
});
export type FindUnitsInput = z.infer<typeof findUnitsSchema>;
