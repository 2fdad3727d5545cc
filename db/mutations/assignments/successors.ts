import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LockedTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { type Submission, voidSubmissions } from "@/db/mutations/submissions/submission-moves";
import { setCooperators } from "@/db/mutations/tasks/cooperators";
import { updateTask } from "@/db/mutations/tasks/task-state";
import { isOpenSubmission, latestRevision } from "@/db/queries/submissions/submission-state";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { evidence } from "@/db/schema/evidence";
import { contributors, submissions } from "@/db/schema/submissions";
import { fateOf } from "@/lib/domain/assignments/successors";
import type { Actor } from "@/lib/domain/people/roles";
import { unitsReplaced } from "@/lib/domain/people/unit-rules";

export type Succession = {
  from: { id: string; name: string };
  to: { id: string; name: string };
  cause: "merger" | "division";
};

/** Puts one unit in the place of another on a locked task, as lead or cooperating, with what that was writing. */
export async function handOverTask(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  { from, to, cause }: Succession,
  now: Date,
): Promise<void> {
  const wasLead = task.leadDepartmentId === from.id;
  const cooperatingIds = await cooperatingIdsOf(tx, task.id);
  const before = { leadId: task.leadDepartmentId, cooperatingIds };
  const after = unitsReplaced(before, from.id, to.id);
  await updateTask(tx, task, {
    leadDepartmentId: after.leadId,
    // The document names the unit that was; its successor was never named.
    ...(wasLead && task.ownerBasis === "source" && { ownerBasis: "confirmed" as const }),
  });
  await setCooperators(tx, task.id, after.cooperatingIds);
  const units = { before: { unit: from.name }, after: { unit: to.name } };
  const part = wasLead ? ("lead" as const) : ("cooperating" as const);
  await recordEvent(
    tx,
    actor,
    { type: "task.unit_replaced", cause, part, ...units },
    { task },
    now,
  );
  await handOverTexts(tx, actor, task, { from, to, isLead: after.leadId === to.id }, now);
}

type Texts = Omit<Succession, "cause"> & { isLead: boolean };

async function handOverTexts(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  { from, to, isLead }: Texts,
  now: Date,
) {
  const end = (departmentId: string, { kind, letterId }: Ended) =>
    voidSubmissions(
      tx,
      actor,
      task,
      { cause: "unit_replaced", departmentId, kind, ...(letterId && { letterId }) },
      now,
    );
  // Who leads writes no part beside the lead's.
  if (isLead) await end(to.id, { kind: "contribution", letterId: null });
  for (const open of await openTextsOf(tx, task.id, from.id)) {
    const wasSent = (await latestRevision(tx, open.id)) !== null;
    const writesPart = (await openTextsOf(tx, task.id, to.id)).some(
      ({ kind }) => kind === "contribution",
    );
    const fate = fateOf({ kind: open.kind, wasSent }, { isLead, writesPart });
    if (fate === "moves")
      await tx
        .update(submissions)
        .set({ departmentId: to.id, version: sql`${submissions.version} + 1` })
        .where(eq(submissions.id, open.id));
    else await end(from.id, open);
    if (fate === "copied") await copyAsDraft(tx, actor, task, open, to.id, now);
  }
}

type Ended = Pick<Submission, "kind" | "letterId">;

function openTextsOf(tx: Transaction, taskId: string, departmentId: string) {
  return tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.taskId, taskId),
        eq(submissions.departmentId, departmentId),
        isOpenSubmission,
      ),
    )
    .orderBy(asc(submissions.createdAt), asc(submissions.id))
    .for("update");
}

/** Whoever wrote on the text has written on the draft, too: none of them may decide on it. */
async function copyAsDraft(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  { id, taskId, kind, letterId, content, createdById }: Submission,
  departmentId: string,
  now: Date,
) {
  const [draft] = await tx
    .insert(submissions)
    .values({
      ...{ taskId, kind, letterId, content, createdById, departmentId },
      ...{ createdAt: now, savedAt: now },
    })
    .returning({ id: submissions.id });
  if (!draft) throw new Error("The draft was not inserted");
  await recordEvent(
    tx,
    actor,
    { type: "submission.drafted", kind },
    { task, submissionId: draft.id },
    now,
  );
  const submissionId = draft.id;
  const people = await tx.select().from(contributors).where(eq(contributors.submissionId, id));
  if (people.length > 0)
    await tx.insert(contributors).values(people.map(({ userId }) => ({ submissionId, userId })));
  const files = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.submissionId, id), isNull(evidence.removedAt)));
  if (files.length > 0)
    await tx
      .insert(evidence)
      .values(files.map(({ id: _, ...file }) => ({ ...file, submissionId })));
}
