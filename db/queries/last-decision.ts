import { sql } from "drizzle-orm";
import { reviewDecisions, submissions } from "@/db/schema/submissions";

const ofIt = sql`from ${reviewDecisions} where ${reviewDecisions.submissionId} = ${submissions.id}`;

/** When a joined submission was last decided on, as SQL; null while it was not. */
export const lastDecidedAt =
  sql<Date | null>`(select ${reviewDecisions.decidedAt} ${ofIt} order by ${reviewDecisions.sequence} desc limit 1)`.mapWith(
    reviewDecisions.decidedAt,
  );

/** That decision's place in the order of all that is recorded. */
export const lastDecision = sql<number>`(select max(${reviewDecisions.sequence}) ${ofIt})`;
