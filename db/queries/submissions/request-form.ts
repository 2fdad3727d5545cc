import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { dueMovesOf } from "@/db/queries/calendar/due-moves";
import { unitOptions } from "@/db/queries/people/unit-options";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { workdaysBetween } from "@/lib/domain/calendar/work-days";
import type { Actor } from "@/lib/domain/people/roles";
import { adjustmentsOffered } from "@/lib/domain/submissions/adjustments";
import { unitsNamedIn } from "@/lib/domain/submissions/contents";
import { extensionWindowRefusal } from "@/lib/domain/submissions/extensions";
import { objectionEndsOn, objectionRefusal } from "@/lib/domain/submissions/objections";
import { firstSentOnOf, submissionForm } from "./submission-form";

// Each form, or when it may not be used the refusal, said before anybody types, and a draft begun earlier. Null when the
// task is missing.

/** 延期申请: the due day with all its moves. Refuses when there is no date, or it has passed before the first sending. */
export async function extensionForm(actor: Actor, code: string, now: Date) {
  const form = await submissionForm(actor, code, "extension");
  if (!form) return null;
  const { task, open } = form;
  if (form.refusal) return { refusal: form.refusal, open };
  const reader = database();
  const firstSentOn = await firstSentOnOf(reader, open?.id ?? null);
  const [parent] = task.parentId
    ? await reader.select({ dueOn: tasks.dueOn }).from(tasks).where(eq(tasks.id, task.parentId))
    : [];
  const { dueOn, baselineDueOn } = task;
  const parentDueOn = parent?.dueOn ?? null;
  const refusal = extensionWindowRefusal({ dueOn, parentDueOn, firstSentOn }, dayIn(now));
  if (refusal && !form.isSent) return { refusal, open };
  const moves = await dueMovesOf(code);
  return { refusal: null, open, dueOn, baselineDueOn, parentDueOn, moves };
}

/** 调整申请: the changes that the task's status lets a unit ask for, and what they change. */
export async function adjustmentForm(actor: Actor, code: string) {
  const form = await submissionForm(actor, code, "adjustment");
  if (!form) return null;
  const { task, open } = form;
  if (form.refusal) return { refusal: form.refusal, open };
  return {
    refusal: null,
    open,
    offered: adjustmentsOffered(task.status),
    leadId: task.leadDepartmentId,
    scope: task.scope,
    units: await unitOptions(database(), unitsNamedIn(open?.content)),
  };
}

/** 异议: its last day. Refuses when that has passed before the first sending. */
export async function objectionForm(actor: Actor, code: string, now: Date) {
  const form = await submissionForm(actor, code, "objection");
  if (!form) return null;
  const { task, open } = form;
  if (form.refusal) return { refusal: form.refusal, open };
  const reader = database();
  const calendar = await loadCalendar(reader);
  const [plan] = await reader.select().from(plans).where(eq(plans.id, task.planId));
  const facts = {
    assignedAt: task.assignedAt ?? now,
    objectionWorkdays: plan?.objectionWorkdays ?? 0,
    firstSentOn: await firstSentOnOf(reader, open?.id ?? null),
  };
  const today = dayIn(now);
  const refusal = objectionRefusal(facts, today, calendar);
  if (refusal && !form.isSent) return { refusal, open };
  const endsOn = objectionEndsOn(facts, calendar);
  return {
    refusal: null,
    open,
    endsOn,
    workdays: facts.objectionWorkdays,
    workdaysLeft: Math.max(0, workdaysBetween(today, endsOn, calendar)),
    leadId: task.leadDepartmentId,
    units: await unitOptions(database(), unitsNamedIn(open?.content)),
  };
}
