import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import type { Day } from "@/lib/domain/calendar/days";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";

/** What the history alone says of a task and its submissions. Units by name, as it tells them. */
export type Replayed = {
  status: TaskStatus;
  lead: string | null;
  cooperating: string[];
  dueOn: Day | null;
  isStruckOff: boolean;
  scope: string | null;
  submissions: Record<string, SubmissionStatus>;
};

/** Replays the events of one task, oldest first, knowing nothing of the tables. */
export function replayHistory(code: string, entries: readonly AuditEntry[]): Replayed {
  return entries.reduce((sofar, entry) => replayEvent(code, sofar, entry), {
    status: "unassigned",
    lead: null,
    cooperating: [],
    dueOn: null,
    isStruckOff: false,
    scope: null,
    submissions: {},
  } as Replayed);
}

function replayEvent(
  code: string,
  sofar: Replayed,
  { event, actor, subject }: AuditEntry,
): Replayed {
  const to = (status: SubmissionStatus): Replayed => ({
    ...sofar,
    submissions: { ...sofar.submissions, [subject.submissionId ?? ""]: status },
  });
  switch (event.type) {
    case "task.assigned": {
      const { lead, cooperating, dueOn } = event.after;
      return { ...sofar, status: "assigned", lead, cooperating, dueOn };
    }
    case "task.received":
      return { ...sofar, status: "active" };
    case "task.split": {
      // It is told in the parent's history too, where it changes nothing.
      if (event.after.code !== code) return sofar;
      const status = event.after.lead === actor?.unit ? "active" : "assigned";
      return { ...sofar, status, lead: event.after.lead, dueOn: event.after.dueOn };
    }
    case "task.sent_back":
      return { ...sofar, status: "unassigned", lead: event.after.proposedLead ?? sofar.lead };
    case "task.lead_changed": {
      const { lead, cooperating = [] } = event.after;
      return { ...sofar, status: "assigned", lead, cooperating };
    }
    case "task.scope_changed":
      return { ...sofar, scope: event.after.scope };
    case "task.due_moved":
      return { ...sofar, dueOn: event.after.dueOn };
    case "task.suspended":
      return { ...sofar, status: "suspended" };
    case "task.resumed":
      return { ...sofar, status: "active" };
    case "task.cancelled":
      return { ...sofar, status: "cancelled" };
    case "task.exempted":
      return { ...sofar, status: "exempted" };
    case "task.completed":
      return { ...sofar, status: "completed" };
    case "task.struck_off":
      return { ...sofar, isStruckOff: true };
    case "task.reopened":
      return { ...sofar, status: "active", isStruckOff: false, dueOn: event.after.dueOn };
    case "submission.drafted":
    case "submission.withdrawn":
      return to("draft");
    case "submission.submitted":
      return to("in_review");
    case "submission.discarded":
    case "submission.voided":
      return to("discarded");
    case "submission.approved":
      return to(event.final ? "approved" : "in_review");
    case "submission.returned":
      return to("returned");
    case "submission.rejected":
      return to("rejected");
    default:
      return sofar;
  }
}
