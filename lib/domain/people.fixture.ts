import type { Actor, Role } from "./roles";

/** The lead unit of the tests' task is "ecology", a cooperating one "housing", and "energy" has no part in it. */
export function person(
  role: Role,
  departmentId = "ecology",
  id = `${departmentId}-${role}`,
): Actor {
  return {
    id,
    name: id,
    role,
    departmentId,
    departmentName: departmentId,
    isDemo: false,
    request: { id: "test", ip: null },
  };
}

export const task = { leadDepartmentId: "ecology", cooperatingIds: ["housing"] };
