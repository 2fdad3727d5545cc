import type { Day } from "@/lib/domain/calendar/days";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { statusRefusal, type TaskStatus, taskActs } from "@/lib/domain/tasks/tasks";

/** The 批示 that a 催办 was sent for, as its unit reads it: whose, by when, and the words where the leader lets it. */
export type ChaseInstruction = { by: string; dueOn: Day | null; text: string | null };

/** A 催办 sent by hand, with its answer. */
export type Chase = {
  id: string;
  message: string;
  sentBy: string;
  sentAt: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  mayAnswer: boolean;
  instruction: ChaseInstruction | null;
};

/** Why this person may not answer a 催办, or null: the lead unit answers once, while its task is chased. */
export function answerRefusal(
  actor: Actor,
  chase: { answeredAt: Date | null },
  task: Subject & { status: TaskStatus },
): Refusal | null {
  const refusal = refusalFor(actor, "chase.answer", task);
  if (refusal) return refusal;
  if (chase.answeredAt) return refuse("chase_answered");
  return statusRefusal(task.status, taskActs.chase.from);
}
