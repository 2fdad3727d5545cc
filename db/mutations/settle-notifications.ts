import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import type { AuditEvent } from "@/lib/domain/audit/audit-events";
import { settledBy } from "@/lib/domain/notifications/settling";
import type { Actor } from "@/lib/domain/people/roles";

type Subject = { task?: { id: string }; submissionId?: string };

/**
 * Messages that asked for what this event has done, or left without need, are unread no more, and say why. Called with every
 * event; a message that its reader is just reading is passed over, so that nobody waits for a reader.
 */
export async function settleNotifications(
  tx: Transaction,
  actor: Actor | null,
  event: AuditEvent,
  { task, submissionId }: Subject,
  now: Date,
): Promise<void> {
  const says = (name: string, value: string | undefined) =>
    sql`${notifications.params} @> ${JSON.stringify({ [name]: value ?? "" })}::jsonb`;
  for (const { sentences, how, of } of settledBy(event)) {
    const ofTask = eq(notifications.taskId, task?.id ?? sql`null`);
    const common = {
      submission: and(ofTask, says("submission", submissionId)),
      task: ofTask,
      unit: and(ofTask, inArray(notifications.userId, colleaguesOf(tx, actor))),
      instruction: says("instruction", "instructionId" in event ? event.instructionId : undefined),
      account: says("username", event.type === "role.granted" ? event.account.username : undefined),
    }[of];
    const settled = tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(
        and(
          isNull(notifications.readAt),
          inArray(notifications.sentence, [...sentences]),
          common,
          task && sql`not ${waitsStill(task.id)}`,
        ),
      )
      .for("update", { skipLocked: true });
    await tx
      .update(notifications)
      .set({ readAt: now, settled: how })
      .where(inArray(notifications.id, settled));
  }
}

function colleaguesOf(tx: Transaction, actor: Actor | null) {
  const isColleague = actor ? eq(users.departmentId, actor.departmentId) : sql`false`;
  return tx.select({ id: users.id }).from(users).where(isColleague);
}

/** That the task has another such thing that waits, as SQL over notifications: these messages do not say which they are of. */
function waitsStill(taskId: string): SQL {
  return sql`case ${notifications.sentence}
    when 'chase_sent' then exists (select from chases c join tasks t on t.id = c.task_id
      where c.task_id = ${taskId} and c.answered_at is null and t.status in ('assigned', 'active')
      and t.lead_department_id = (select u.department_id from users u where u.id = ${notifications.userId}))
    when 'letter_received' then exists (select from letters l where l.task_id = ${taskId}
      and not exists (select from letter_erasures e where e.letter_id = l.id)
      and not exists (select from submissions s where s.letter_id = l.id and s.status in ('in_review', 'approved')))
    when 'follow_up_to_check' then exists (select from follow_up_answers a where a.task_id = ${taskId}
      and not exists (select from letter_erasures e where e.letter_id = a.letter_id and e.cause = 'request')
      and not exists (select from follow_up_checks c where c.answer_id = a.id))
    when 'letter_followed_up' then ${withoutAnswer(taskId)}
    when 'follow_up_returned' then ${withoutAnswer(taskId)}
    else false end`;
}

/** That a follow-up on the task has no answer that is given out or being checked. */
function withoutAnswer(taskId: string): SQL {
  return sql`exists (select from letter_follow_ups f where f.task_id = ${taskId}
    and not exists (select from letter_erasures e where e.letter_id = f.letter_id and e.cause = 'request')
    and not exists (select from follow_up_answers a left join follow_up_checks c on c.answer_id = a.id
      where a.letter_id = f.letter_id and coalesce(c.decision, 'give_out') = 'give_out'))`;
}
