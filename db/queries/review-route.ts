import { sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";

/**
 * Every step that gives a unit a part in a task's review, as SQL over tasks and plans: the plan's, and those that what is
 * in review was sent into, which a plan changed since then does not take away.
 */
export const routeOfTask = sql<ReviewStep[]>`(${plans.reviewSteps} || coalesce((
  select jsonb_agg(sent.review_step) from ${submissions}
  join ${revisions} on ${revisions.submissionId} = ${submissions.id}
  cross join jsonb_array_elements(${revisions.reviewSteps}) as sent(review_step)
  where ${submissions.taskId} = ${tasks.id} and ${submissions.status} = 'in_review'
), '[]'))`;
