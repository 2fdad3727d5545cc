import type { Transaction } from "@/db/client";
import { queueWriterMail } from "@/db/mutations/job-queue";
import { recordEvent } from "@/db/mutations/record-event";
import { moveDueDay } from "@/db/mutations/tasks/due-moves";
import { parentDueOnOf, updateTask } from "@/db/mutations/tasks/task-state";
import { unitById, unitName } from "@/db/queries/people/people";
import { openChildrenOf } from "@/db/queries/submissions/reporting-task";
import { dayIn } from "@/lib/domain/calendar/days";
import { isReleasableKind } from "@/lib/domain/disclosure";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { releasedTextRefusal } from "@/lib/domain/releases";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { extendedDayRefusal } from "@/lib/domain/submissions/extensions";
import { completionDay, confirmedDayRefusal } from "@/lib/domain/submissions/reports";
import { applyAdjustment } from "./adjustments";
import { asksReleaseCheck, publishReport, releaseUnchecked } from "./publication";
import { type Approved, voidSubmissions } from "./submission-moves";

/**
 * What a final approval does, by kind: a report of the lead unit is published, a completion also closes the task, an
 * extension moves the due day, an adjustment does what it asks, an objection sends the task back to be assigned anew, an
 * answer is its writer's.
 * A cooperating unit's report is there to be read, and changes nothing. Tells whether it now waits for its release check.
 */
export async function applyApproval(
  tx: Transaction,
  approved: {
    [Kind in TypedContent["kind"]]: Omit<Approved<Kind>, "awaitsRelease">;
  }[TypedContent["kind"]],
): Promise<boolean> {
  const speaks = isReleasableKind(approved.kind);
  const awaitsRelease = speaks && (await asksReleaseCheck(tx, approved.task));
  await applyEffect(tx, { ...approved, awaitsRelease });
  if (speaks && !awaitsRelease) await releaseUnchecked(tx, approved);
  return awaitsRelease;
}

async function applyEffect(tx: Transaction, approved: Approved): Promise<void> {
  if (approved.confirmsCompletedOn && approved.kind !== "completion")
    throw new Refused(refuse("invalid_input"));
  switch (approved.kind) {
    case "progress":
      return publishReport(tx, approved);
    case "completion":
      await publishReport(tx, approved);
      return completeTask(tx, approved);
    case "extension":
      return extendDueDay(tx, approved);
    case "adjustment":
      return applyAdjustment(tx, approved);
    case "objection":
      return sustainObjection(tx, approved);
    case "answer":
      return giveAnswer(tx, approved);
    case "contribution":
      return;
  }
}

/**
 * Moves the due day to the one asked for. Refuses what `extendedDayRefusal` refuses: since it was sent, the day may have come
 * and the dates may have moved, by a 挂起 for one. What cannot be approved any more can still be returned.
 */
async function extendDueDay(
  tx: Transaction,
  { actor, task, submission, content, now }: Approved<"extension">,
): Promise<void> {
  const { newDueOn, reason } = content;
  const dates = { dueOn: task.dueOn, parentDueOn: await parentDueOnOf(tx, task) };
  insist(extendedDayRefusal(newDueOn, dates, dayIn(now)));
  if (newDueOn === null) return;
  const { departmentId, id: submissionId } = submission;
  const move = {
    cause: "extension",
    toDueOn: newDueOn,
    reason,
    departmentId,
    submissionId,
  } as const;
  await moveDueDay(tx, actor, task, move, now);
}

/**
 * 办结: closes the task, done on the day on which that was sent, however long its review took, or on the earlier day that it
 * states and the approver confirms. Refuses while a sub-task is open, whatever was true when the completion was sent.
 */
async function completeTask(
  tx: Transaction,
  { actor, task, submission, revision, content, confirmsCompletedOn, now }: Approved<"completion">,
): Promise<void> {
  if ((await openChildrenOf(tx, task.id)) > 0) throw new Refused(refuse("children_open"));
  const sentOn = dayIn(revision.submittedAt);
  const stated = { sentOn, statedOn: content.completedOn };
  if (confirmsCompletedOn)
    insist(confirmedDayRefusal({ ...stated, evidenceCount: revision.evidence.length }));
  const completedOn = completionDay({ ...stated, isConfirmed: confirmsCompletedOn });
  await updateTask(tx, task, { status: "completed", completedOn, completionSentOn: sentOn });
  const after = { completedOn, sentOn };
  const event = { type: "task.completed", before: { completedOn: null }, after } as const;
  await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
  await voidSubmissions(tx, actor, task, { cause: "task_closed", exceptId: submission.id }, now);
}

/**
 * A letter's answer is its writer's from its approval; giving it to everybody is a further step. Refuses words that may not be
 * read, which were looked at when it was sent.
 */
async function giveAnswer(tx: Transaction, { submission, kind, content }: Approved<"answer">) {
  insist(releasedTextRefusal({ kind, content }));
  if (submission.letterId) await queueWriterMail(tx, submission.letterId);
}

/** A sustained objection: the task is nobody's again, and the unit suggested instead is proposed to the admin. */
async function sustainObjection(
  tx: Transaction,
  { actor, task, submission, content, now }: Approved<"objection">,
): Promise<void> {
  const lead = await unitName(tx, submission.departmentId);
  const { suggestedLeadId, reason } = content;
  const suggested = suggestedLeadId === null ? undefined : await unitById(tx, suggestedLeadId);
  // A unit that was closed since it was suggested is no proposal.
  const proposed = suggested?.closedOn === null ? suggested : null;
  await updateTask(tx, task, {
    status: "unassigned",
    assignedAt: null,
    leadDepartmentId: proposed?.id ?? task.leadDepartmentId,
    ownerBasis: "proposed",
  });
  await recordEvent(
    tx,
    actor,
    {
      type: "task.sent_back",
      before: { lead },
      after: { proposedLead: proposed?.name ?? null },
      reason,
    },
    { task, submissionId: submission.id },
    now,
  );
  const { departmentId, id: exceptId } = submission;
  await voidSubmissions(tx, actor, task, { cause: "sent_back", departmentId, exceptId }, now);
}
