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
