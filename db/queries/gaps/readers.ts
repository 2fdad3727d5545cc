import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { withBranches } from "@/db/queries/people/branches";
import { isActiveAccount } from "@/db/queries/people/people";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { permissions } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { stepsOf } from "@/lib/domain/submissions/submission-kinds";

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

/**
 * Whether another person could sign (审签, 会签) what this head is about to write for a task, since whoever writes does not;
 * null where no step asks the unit's heads, or somebody else writes.
 */
export async function hasOtherSigner(
  writer: Actor,
  code: string,
  kind: SubmissionKind,
): Promise<boolean | null> {
  if (writer.role !== "head") return null;
  const [plan] = await database()
    .select({ reviewSteps: plans.reviewSteps })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.code, code));
  const { departmentId } = writer;
  const asksUnit = stepsOf(kind, plan?.reviewSteps ?? [], departmentId).some(
    (step) =>
      step.by === "head" || (step.by === "countersign" && step.departmentId === departmentId),
  );
  return asksUnit ? hasOtherHead(writer) : null;
}

async function hasOtherHead({ departmentId, personId }: Actor): Promise<boolean> {
  const isOther = and(eq(users.departmentId, departmentId), ne(users.personId, personId));
  return (
    (await database().$count(users, and(isActiveAccount, eq(users.role, "head"), isOther))) > 0
  );
}
