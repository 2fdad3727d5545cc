export const roles = ["official", "head", "supervisor", "admin", "auditor"] as const;
export type Role = (typeof roles)[number];

/** The signed-in person on whose account something is read or written, and the request it came by. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  departmentId: string;
  departmentName: string;
  isDemo: boolean;
  request: { id: string; ip: string | null };
};
