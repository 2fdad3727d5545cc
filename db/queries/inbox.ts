import type { Day } from "@/lib/domain/days";
import { can } from "@/lib/domain/permissions";
import type { Actor } from "@/lib/domain/roles";
import { isTracked } from "@/lib/domain/tasks";
import { type OpenSubmission, openSubmissions } from "./open-submissions";
import { listTasks, type WorkTask } from "./work-tasks";

const inboxSections = [
  "to_decide",
  "returned",
  "to_receive",
  "to_assign",
  "to_report",
  "drafts",
  "waiting_receipt",
  "in_review",
  "late",
] as const;
type InboxSection = (typeof inboxSections)[number];

/** One line of an inbox: a task, and the submission it is about if there is one. */
export type InboxItem = { task: WorkTask; submission: OpenSubmission | null };

/**
 * 我的待办: what waits for this person, section by section, empty sections left out. A count is the length of its list.
 * Within a section the most overdue come first, then those with the fewest working days left.
 */
export async function inbox(actor: Actor, today: Day) {
  const [tasks, open] = await Promise.all([listTasks(actor, today), openSubmissions(actor)]);
  const byCode = new Map(open.map((submission) => [submission.taskCode, submission]));
  const items = tasks
    .filter(({ kind }) => isTracked(kind))
    .map((task) => ({ task, submission: byCode.get(task.code) ?? null }))
    .sort(byUrgency);
  return inboxSections
    .map((section) => ({ section, items: items.filter((item) => belongs(section, item, actor)) }))
    .filter(({ items }) => items.length > 0);
}

function belongs(section: InboxSection, { task, submission }: InboxItem, actor: Actor): boolean {
  const subject = { leadDepartmentId: task.leadId };
  const writes = can(actor, "submission.write", subject);
  switch (section) {
    case "to_decide":
      return submission?.transitions.includes("approve") ?? false;
    case "returned":
      return writes && submission?.status === "returned";
    case "to_receive":
      return task.status === "assigned" && can(actor, "task.receive", subject);
    case "to_assign":
      return task.status === "unassigned" && can(actor, "task.assign");
    case "waiting_receipt":
      return task.status === "assigned" && can(actor, "task.assign");
    case "to_report":
      return writes && task.status === "active" && submission === null && asksForReport(task);
    case "drafts":
      return writes && submission?.status === "draft";
    case "in_review":
      return (
        writes && submission?.status === "in_review" && !submission.transitions.includes("approve")
      );
    case "late":
      return (
        actor.role === "supervisor" && task.standing.daysLate > 0 && task.status !== "completed"
      );
  }
}

/** A report is asked for when one is owed, the date is near or past, or nothing has been published yet. */
function asksForReport({ standing }: WorkTask): boolean {
  return standing.owed !== null || standing.lastPublishedOn === null || standing.light !== "green";
}

function byUrgency(a: InboxItem, b: InboxItem): number {
  const left = ({ task }: InboxItem) => task.standing.workdaysLeft ?? Number.POSITIVE_INFINITY;
  return (
    b.task.standing.daysLate - a.task.standing.daysLate ||
    (left(a) === left(b) ? 0 : left(a) - left(b))
  );
}
