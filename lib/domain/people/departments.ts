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

/** A unit as forms offer it. A collective stands for many: it may cooperate and never lead. */
export type Department = { id: string; code: string; name: string; isCollective: boolean };

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
