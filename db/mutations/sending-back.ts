import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { unitName } from "@/db/queries/people/people";
import { tasks } from "@/db/schema/tasks";
import type { Approved } from "./approval-effects";
import { recordEvent } from "./record-event";
import { voidSubmissions } from "./submission-moves";

/** A sustained objection: the task is nobody's again, and the unit suggested instead is proposed to the admin. */
export async function sendBack(
  tx: Transaction,
  { actor, task, submission, content, now }: Approved<"objection">,
): Promise<void> {
  const lead = await unitName(tx, submission.departmentId);
  const { suggestedLeadId, reason } = content;
  const proposedLead = suggestedLeadId && (await unitName(tx, suggestedLeadId));
  await tx
    .update(tasks)
    .set({
      status: "unassigned",
      assignedAt: null,
      leadDepartmentId: suggestedLeadId ?? task.leadDepartmentId,
      ownerBasis: "proposed",
      version: sql`${tasks.version} + 1`,
    })
    .where(eq(tasks.id, task.id));
  await recordEvent(
    tx,
    actor,
    { type: "task.sent_back", before: { lead }, after: { proposedLead }, reason },
    { task, submissionId: submission.id },
    now,
  );
  const { departmentId, id: exceptId } = submission;
  await voidSubmissions(tx, actor, task, { cause: "sent_back", departmentId, exceptId }, now);
}
