import { and, eq, inArray, not, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unitsWithin } from "@/db/queries/people/branches";
import { users } from "@/db/schema/people";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { submissionKinds } from "@/lib/domain/kinds";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, type Capacity, capacitiesOf } from "@/lib/domain/people/roles";
import { kindRules, reviewerRole, reviewers } from "@/lib/domain/submissions/submission-kinds";

/** `transitionRefusal(actor, "approve")` is null, as SQL over submissions and tasks. A test holds the two together. */
export function mayDecide(actor: Actor): SQL {
  const capacities = capacitiesOf(actor).filter(({ role }) => isFor(role, "submission.decide"));
  if (capacities.length === 0) return sql`false`;
  const theirs = or(...capacities.map((capacity) => decidesAs(actor, capacity)));
  return sql`(${submissions.status} = 'in_review' and ${theirs} and ${isInTime})`;
}

/** What was last sent. */
const sent = sql`select ${revisions.id} from ${revisions}
  where ${eq(revisions.submissionId, submissions.id)} order by ${revisions.number} desc limit 1`;

/** A task of that status is in a state in which a thing of that kind is written, sent and decided on (`during` of the kind). */
export const inTime = (kind: SQLWrapper, status: SQLWrapper) =>
  or(
    ...submissionKinds.map((each) =>
      and(eq(kind, each), inArray(status, [...kindRules[each].during])),
    ),
  );

export const isInTime = inTime(submissions.kind, tasks.status);

function decidesAs(actor: Actor, capacity: Capacity): SQL | undefined {
  const { role, departmentId } = capacity;
  const steps: string[] = reviewers.filter((by) => reviewerRole[by] === role);
  // What was sent before there was a director: `presentSteps`.
  if (role === "director") steps.push("admin");
  // As the index `submissions_asked` has it.
  const by = sql`(${submissions.stepsLeft} -> 0 ->> 'by')`;
  const people = [actor.personId, capacity.personId];
  const accounts = accountsOf(people);
  return and(
    inArray(by, steps),
    role === "head"
      ? sql`case ${by} when 'head' then ${submissions.departmentId} else (${submissions.stepsLeft} -> 0 ->> 'departmentId')::uuid end = ${departmentId}`
      : undefined,
    unitsWithin(capacity, tasks.leadDepartmentId),
    not(isWrittenBy(...people)),
    sql`not exists (select from ${reviewDecisions} where ${reviewDecisions.revisionId} = (${sent})
      and (${reviewDecisions.decidedById} = ${accounts} or ${reviewDecisions.onBehalfOfId} = ${accounts}))`,
  );
}

/** Any account of these people, asked once, whatever the number of submissions. */
const accountsOf = (personIds: string[]) =>
  sql`any (array(select ${users.id} from ${users} where ${inArray(users.personId, personIds)}))`;

/** That one of these people wrote on a submission, as SQL over submissions. */
export function isWrittenBy(...personIds: string[]): SQL {
  return sql`exists (select from ${contributors}
    where ${eq(contributors.submissionId, submissions.id)} and ${contributors.userId} = ${accountsOf(personIds)})`;
}
