import { sql } from "drizzle-orm";
import { reviewDecisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";

/**
 * When the time to receive (签收) a task began, as SQL: with its assignment, or anew when an objection to that was turned
 * down. Null before it is assigned.
 */
export const receivableSince = sql<Date | null>`greatest(${tasks.assignedAt}, (
  select ${reviewDecisions.decidedAt} from ${reviewDecisions}
  join ${submissions} on ${submissions.id} = ${reviewDecisions.submissionId}
  where ${submissions.taskId} = ${tasks.id} and ${submissions.kind} = 'objection' and ${submissions.status} = 'rejected'
  order by ${reviewDecisions.sequence} desc limit 1
))`.mapWith(tasks.assignedAt);
