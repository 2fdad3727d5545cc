import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";
import { releases, withdrawals } from "@/db/schema/releases";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Written } from "@/lib/domain/contents";
import { type Day, dayIn } from "@/lib/domain/days";
import { can } from "@/lib/domain/permissions";
import {
  releaseDueOn,
  releasedKinds,
  releaseRefusal,
  unpublishRefusal,
} from "@/lib/domain/releases";
import type { Actor } from "@/lib/domain/roles";
import { workdaysBetween } from "@/lib/domain/work-days";
import { loadCalendar } from "./calendar";

/**
 * Approved submissions that speak to the public, with what was decided on their release and the working days left of the
 * twenty to decide. For supervisors and auditors; nobody else gets any. The longest waiting first, then the newest.
 */
export async function listReleases(actor: Actor, today: Day) {
  if (!maySee(actor)) return [];
  const [rows, calendar] = await Promise.all([selectReleases(), loadCalendar(database())]);
  const all = rows.map((row) => {
    const dueOn = releaseDueOn(row.approvedAt, calendar);
    return { ...row, dueOn, workdaysLeft: workdaysBetween(today, dueOn, calendar) };
  });
  const waiting = all.filter(({ disclosure }) => disclosure === null).reverse();
  return [...waiting, ...all.filter(({ disclosure }) => disclosure !== null)];
}
export type ListedRelease = Awaited<ReturnType<typeof listReleases>>[number];

/** How many wait for their release check, for whoever makes it. */
export async function countWaitingReleases(actor: Actor): Promise<number> {
  if (!can(actor, "submission.release")) return 0;
  return (await selectReleases()).filter(({ disclosure }) => disclosure === null).length;
}

/** One of them with its words as they would be public, and why this person may not decide or withdraw. Null if not theirs to see. */
export async function releaseDetail(actor: Actor, id: string, today: Day) {
  const found = (await listReleases(actor, today)).find((each) => each.id === id);
  if (!found) return null;
  const [revision] = await database()
    .select({ kind: revisions.kind, content: revisions.content })
    .from(revisions)
    .where(eq(revisions.submissionId, id))
    .orderBy(desc(revisions.number))
    .limit(1);
  if (!revision) return null;
  const wrote = await database()
    .select({ userId: contributors.userId })
    .from(contributors)
    .where(eq(contributors.submissionId, id));
  const { kind, disclosure, withdrawnAt } = found;
  const state = {
    ...{ kind, disclosure, status: "approved" as const },
    contributorIds: wrote.map(({ userId }) => userId),
    isWithdrawn: withdrawnAt !== null,
  };
  return {
    ...found,
    // A revision's kind says what its content is: both were frozen together.
    written: revision as Written,
    withdrawnOn: withdrawnAt && dayIn(withdrawnAt),
    releaseRefusal: releaseRefusal(actor, state),
    unpublishRefusal: unpublishRefusal(actor, state),
  };
}

const maySee = (actor: Actor) => actor.role === "auditor" || can(actor, "submission.release");

function selectReleases() {
  const approvedAt = sql`max(${reviewDecisions.decidedAt})`.mapWith(reviewDecisions.decidedAt);
  return database()
    .select({
      id: submissions.id,
      kind: submissions.kind,
      code: tasks.code,
      title: tasks.title,
      unit: departments.name,
      approvedAt,
      disclosure: releases.disclosure,
      ground: releases.ground,
      withdrawnAt: withdrawals.withdrawnAt,
      withdrawalReason: withdrawals.reason,
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(departments, eq(departments.id, submissions.departmentId))
    .innerJoin(reviewDecisions, eq(reviewDecisions.submissionId, submissions.id))
    .leftJoin(releases, eq(releases.submissionId, submissions.id))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, submissions.id))
    .where(and(eq(submissions.status, "approved"), inArray(submissions.kind, [...releasedKinds])))
    .groupBy(
      submissions.id,
      tasks.id,
      departments.id,
      releases.submissionId,
      withdrawals.submissionId,
    )
    .orderBy(desc(approvedAt));
}
