import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { withBranches } from "@/db/queries/people/branches";
import { isActiveAccount } from "@/db/queries/people/people";
import { users } from "@/db/schema/people";
import { permissions } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/** Everybody who is shown gaps (`gap.view`), with the branch that each is bound to. */
export async function gapReaders(reader: Reader) {
  const { id, role, departmentId, branchId } = users;
  const people = await reader
    .select({ id, role, departmentId, branchId })
    .from(users)
    .where(and(isActiveAccount, inArray(role, [...permissions["gap.view"].roles])))
    .orderBy(asc(id));
  return withBranches(reader, people);
}

/** Whether another person than this head could sign (审签) what the unit sends. */
export async function hasOtherHead({ departmentId, personId }: Actor): Promise<boolean> {
  const isOther = and(eq(users.departmentId, departmentId), ne(users.personId, personId));
  return (
    (await database().$count(users, and(isActiveAccount, eq(users.role, "head"), isOther))) > 0
  );
}
