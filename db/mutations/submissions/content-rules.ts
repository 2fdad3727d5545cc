import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LockedTask } from "@/db/mutations/locks";
import { parentDueOnOf, tasksAround } from "@/db/mutations/tasks/task-state";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { unitById } from "@/db/queries/people/people";
import { reportingTask } from "@/db/queries/submissions/reporting-task";
import { firstSentOnOf } from "@/db/queries/submissions/submission-form";
import { plans } from "@/db/schema/plans";
import { dayIn } from "@/lib/domain/calendar/days";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { adjustmentRefusal } from "@/lib/domain/submissions/adjustments";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { extensionRefusal } from "@/lib/domain/submissions/extensions";
import { objectionRefusal } from "@/lib/domain/submissions/objections";
import { reportRefusal } from "@/lib/domain/submissions/reports";

/** Gathers what the rules of a kind need to know, and asks them whether its content is fit to be sent. */
export async function contentRefusal(
  tx: Transaction,
  task: LockedTask,
  submissionId: string,
  written: TypedContent,
  now: Date,
): Promise<Refusal | null> {
  const today = dayIn(now);
  switch (written.kind) {
    case "progress":
    case "completion":
    case "contribution": {
      const facts = await reportingTask(tx, task, submissionId, now);
      return reportRefusal(written.kind, written.content, facts, today);
    }
    case "extension": {
      const { dueOn } = task;
      const parentDueOn = await parentDueOnOf(tx, task);
      const firstSentOn = await firstSentOnOf(tx, submissionId);
      return extensionRefusal(written.content, { dueOn, parentDueOn, firstSentOn }, today);
    }
    case "adjustment": {
      const { status, leadDepartmentId: leadId } = task;
      const around = await tasksAround(tx, task);
      const unit = await unitNamed(tx, written.content.leadId, "leadId");
      const isCollective = () => unit?.kind === "collective";
      return adjustmentRefusal(written.content, { status, leadId, isCollective, ...around });
    }
    case "objection": {
      await unitNamed(tx, written.content.suggestedLeadId, "suggestedLeadId");
      const firstSentOn = await firstSentOnOf(tx, submissionId);
      const objectionWorkdays = await objectionLimit(tx, task);
      const assignedAt = task.assignedAt ?? now;
      const calendar = await loadCalendar(tx);
      return objectionRefusal({ assignedAt, objectionWorkdays, firstSentOn }, today, calendar);
    }
    case "answer": {
      const { question, answer } = written.content;
      return publicTextRefusal(question, "question") ?? publicTextRefusal(answer, "answer");
    }
  }
}

async function objectionLimit(tx: Transaction, { planId }: LockedTask): Promise<number> {
  const [plan] = await tx
    .select({ workdays: plans.objectionWorkdays })
    .from(plans)
    .where(eq(plans.id, planId));
  return plan?.workdays ?? 0;
}

/** The unit that a text names, if it names one; throws the refusal of one that is not there, or is closed. */
async function unitNamed(tx: Transaction, id: string | null, field: string) {
  const unit = id === null ? undefined : await unitById(tx, id);
  if (id !== null && !unit) throw new Refused(refuse("unit_unknown", { field }));
  if (unit?.closedOn) throw new Refused(refuse("unit_closed", { field }));
  return unit;
}
