import { sql } from "drizzle-orm";
import { users } from "@/db/schema/people";

/** What the rules of accounts, roles and codes ask about an account. */
export const accountFacts = {
  ...{ id: users.id, personId: users.personId, name: users.displayName, username: users.username },
  ...{ role: users.role, departmentId: users.departmentId, branchId: users.branchId },
  isGranted: sql<boolean>`${users.roleGrantedById} is not null`,
  ...{ email: users.email, isDemo: users.isDemo },
};
