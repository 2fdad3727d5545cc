import type { OpenSubmission } from "@/db/queries/open-submissions";
import type { WorkTask } from "@/db/queries/work-tasks";
import { can } from "@/lib/domain/permissions";
import type { Actor } from "@/lib/domain/roles";
import { assignRefusal, receiveRefusal, reportRefusal } from "@/lib/domain/tasks";

/** What this person may do about a task now: the rules themselves, asked once each. */
export function stepsFor(actor: Actor, task: WorkTask, submission: OpenSubmission | null) {
  const subject = { leadDepartmentId: task.leadId };
  const mayReview = submission?.transitions.includes("approve") ?? false;
  return {
    receive: can(actor, "task.receive", subject) && receiveRefusal(task) === null,
    report: can(actor, "submission.write", subject) && reportRefusal(task) === null,
    review: mayReview,
    view: submission !== null && submission.status !== "draft" && !mayReview,
    assign: can(actor, "task.assign") && assignRefusal(task) === null,
    cooperates: task.cooperating.some(({ id }) => id === actor.departmentId),
  };
}
