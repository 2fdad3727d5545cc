import { and, asc, eq, inArray, isNull, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { accountsWithin, withBranches } from "@/db/queries/people/branches";
import { isActiveAccount } from "@/db/queries/people/people";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { departments, unitLiaisons, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors, reviewDecisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Held, HeldItem, Successor } from "@/lib/domain/assignments/hand-over";
import type { ManagedPerson } from "@/lib/domain/people/directory";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, type Capacity, isUnitRole, type Role } from "@/lib/domain/people/roles";
import { transitionRefusal } from "@/lib/domain/submissions/submissions";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

type Leaver = {
  id: string;
  personId: string;
  name: string;
  role: Role;
  departmentId: string;
  branchId: string | null;
};

/** Everything that hangs on a person in their post. A constant number of queries; the rows are the person's own. */
export async function heldBy(reader: Reader, leaver: Leaver): Promise<Held> {
  return {
    handled: await tasksNaming(reader, leaver, tasks.handlerId),
    in_charge: await tasksNaming(reader, leaver, tasks.headInChargeId),
    drafts: await ownDrafts(reader, leaver),
    reviews: await ownReviews(reader, leaver),
    liaisons: await liaisonUnits(reader, leaver),
  };
}

const item = { id: tasks.id, code: tasks.code, label: tasks.title };
const inOrder = [asc(sql`length(${tasks.code})`), asc(tasks.code)];

/** The open tasks of the leaver's unit that name them. */
function tasksNaming(
  reader: Reader,
  { id, departmentId }: Leaver,
  column: typeof tasks.handlerId | typeof tasks.headInChargeId,
): Promise<HeldItem[]> {
  return reader
    .select(item)
    .from(tasks)
    .where(
      and(
        eq(column, id),
        eq(tasks.leadDepartmentId, departmentId),
        inArray(tasks.status, [...taskStatusesWithObligations]),
      ),
    )
    .orderBy(...inOrder);
}

/** What the unit has begun to write or was given back, and nobody but the leaver has written on. */
function ownDrafts(reader: Reader, { id, departmentId }: Leaver): Promise<HeldItem[]> {
  return reader
    .select({ ...item, id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(
      and(
        inArray(submissions.status, ["draft", "returned"]),
        eq(submissions.departmentId, departmentId),
        sql`(select array_agg(${contributors.userId}) from ${contributors} where ${contributors.submissionId} = ${submissions.id}) = array[${id}::uuid]`,
      ),
    )
    .orderBy(...inOrder);
}

/** What is in review at a step where the leaver may decide, and nobody else who works and has the right of their own. */
async function ownReviews(reader: Reader, leaver: Leaver): Promise<HeldItem[]> {
  const deciders = ["head", "supervisor", "director"] satisfies Role[];
  if (!deciders.some((role) => role === leaver.role)) return [];
  const colleagues = await reader
    .select(colleague)
    .from(users)
    .where(
      and(
        eq(users.role, leaver.role),
        ofSamePost(leaver),
        isActiveAccount,
        ne(users.id, leaver.id),
      ),
    );
  const [self, ...others] = await withBranches(reader, [leaver, ...colleagues]);
  if (!self) return [];
  const rows = await reader
    .select({ ...stateColumns, id: submissions.id, code: tasks.code, label: tasks.title })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(submissions.status, "in_review"), barredTo(others)))
    .orderBy(...inOrder);
  const mayApprove = (person: Capacity, row: (typeof rows)[number]) =>
    transitionRefusal(asActor(person), "approve", toState(row)) === null;
  return rows
    .filter((row) => mayApprove(self, row) && !others.some((each) => mayApprove(each, row)))
    .map(({ id, code, label }) => ({ id, code, label }));
}

const colleague = {
  id: users.id,
  personId: users.personId,
  name: users.displayName,
  role: users.role,
  departmentId: users.departmentId,
  branchId: users.branchId,
};

const ofSamePost = ({ role, departmentId }: Leaver) =>
  isUnitRole({ role }) ? eq(users.departmentId, departmentId) : undefined;

/**
 * Only what each of the others, whichever of their accounts it was, wrote on or has decided before, or what is not of their
 * branch, can wait for the leaver alone; nothing else is read.
 */
function barredTo(others: readonly Capacity[]): SQL | undefined {
  const isOf = (personId: string) => sql`u.person_id = ${personId}`;
  return and(
    ...others.map(({ personId, branchIds }) =>
      or(
        sql`exists (select from ${contributors} join users u on u.id = ${contributors.userId}
          where ${contributors.submissionId} = ${submissions.id} and ${isOf(personId)})`,
        sql`exists (select from ${reviewDecisions} join users u on u.id in (${reviewDecisions.decidedById}, ${reviewDecisions.onBehalfOfId})
          where ${reviewDecisions.submissionId} = ${submissions.id} and ${isOf(personId)})`,
        branchIds === null
          ? undefined
          : or(isNull(tasks.leadDepartmentId), notInArray(tasks.leadDepartmentId, [...branchIds])),
      ),
    ),
  );
}

/** In their own right: what is lent ends with the post. */
function asActor(person: Capacity): Actor {
  return {
    ...person,
    departmentName: "",
    isDemo: false,
    standsInFor: [],
    request: { id: "", ip: null },
  };
}

async function liaisonUnits(reader: Reader, { id }: Leaver): Promise<HeldItem[]> {
  const units = await reader
    .select({ id: departments.id, label: departments.name })
    .from(unitLiaisons)
    .innerJoin(departments, eq(departments.id, unitLiaisons.departmentId))
    .where(eq(unitLiaisons.userId, id))
    .orderBy(asc(departments.sortOrder));
  return units.map((unit) => ({ ...unit, code: "" }));
}

/** So many are offered at most: a unit's own people, and those who oversee. */
const mostSuccessors = 200;

/** Everything that hangs on a person, and who of the same branch could take it over. Nothing for who keeps no accounts. */
export async function handOverOf(
  actor: Actor,
  person: ManagedPerson,
): Promise<{ held: Held; people: Successor[] }> {
  const none: Held = { handled: [], in_charge: [], drafts: [], reviews: [], liaisons: [] };
  if (!isFor(actor.role, "account.manage")) return { held: none, people: [] };
  const { id, role, departmentId } = person;
  const sameRole = isUnitRole({ role }) ? undefined : eq(users.role, role);
  const rows = await database()
    .select({ ...colleague, username: users.username, post: users.post })
    .from(users)
    .where(
      and(
        accountsWithin(actor),
        or(eq(users.departmentId, departmentId), sameRole),
        isNull(users.disabledAt),
        ne(users.id, id),
      ),
    )
    .orderBy(sql`${users.role} = ${role} desc`, asc(users.username))
    .limit(mostSuccessors);
  return {
    held: await heldBy(database(), person),
    people: rows.map((row) => ({ ...row, isEnabled: true })),
  };
}
