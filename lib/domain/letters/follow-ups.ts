import { z } from "zod";
import type { Day } from "@/lib/domain/calendar/days";
import { idSchema, keySchema } from "@/lib/domain/inputs";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { filledText, longText, textLimits } from "@/lib/domain/texts";
import type { FollowUpState, Letter, LetterStage } from "./letters";

/** What a citizen writes who is not satisfied (对答复不满意). Messages are keys under `validation`. */
export const followUpSchema = z.object({ body: filledText(textLimits.letter, "letter_body") });

/** The letters whose answer somebody can be dissatisfied with: one was given, or they were told why not. */
const answeredStages: readonly LetterStage[] = ["answered", "withheld", "withdrawn"];

/** Why nobody may follow up on a letter, or null: it is answered, its words are there, and it was not followed up before. */
export function followUpRefusal(
  letter: Pick<Letter, "stage" | "erasure">,
  hasFollowUp: boolean,
): Refusal | null {
  if (letter.erasure) return refuse("letter_erased");
  if (hasFollowUp) return refuse("follow_up_once");
  return answeredStages.includes(letter.stage) ? null : refuse("follow_up_early");
}

/** Whether the answer is given out to the writer, or goes back to the director with a reason. */
export const followUpDecisions = ["give_out", "return"] as const;
export type FollowUpDecision = (typeof followUpDecisions)[number];

/** The director's answer, to the writer alone. */
export const answerFollowUpSchema = z.strictObject({
  key: keySchema,
  letterId: idSchema,
  answer: filledText(textLimits.answer, "answer_required"),
});
export type AnswerFollowUpInput = z.infer<typeof answerFollowUpSchema>;

export const checkFollowUpSchema = z
  .strictObject({
    key: keySchema,
    answerId: idSchema,
    decision: z.enum(followUpDecisions),
    reason: longText(textLimits.reason).trim(),
  })
  .refine(({ decision, reason }) => decision === "give_out" || reason !== "", {
    path: ["reason"],
    message: "reason_required",
  });
export type CheckFollowUpInput = z.infer<typeof checkFollowUpSchema>;

/** A follow-up as the office reads it, and its writer without the names. */
export type FollowUp = {
  body: string;
  sentOn: Day;
  dueOn: Day;
  workdaysLeft: number;
  daysLate: number;
  state: FollowUpState;
  answeredOn: Day | null;
  /** The last answer that was written. */
  answer: { id: string; body: string; writerPersonId: string; by: string } | null;
  returnReason: string | null;
};

/** One that waits for the office, with its letter and task. */
export type WaitingFollowUp = { letterId: string; code: string; title: string; followUp: FollowUp };

/** How far it is, by its last answer and what the check of that said. */
export function followUpState(last: { decision: FollowUpDecision | null } | null): FollowUpState {
  if (last === null) return "open";
  if (last.decision === null) return "checking";
  return last.decision === "give_out" ? "answered" : "returned";
}

/** Why this person may not answer it, or null: the director, until an answer waits for its check or was given out. */
export function answerFollowUpRefusal(
  actor: Actor,
  task: Subject,
  state: FollowUpState,
  isErased: boolean,
): Refusal | null {
  const refusal = refusalFor(actor, "follow_up.answer", task);
  if (refusal) return refusal;
  if (isErased) return refuse("letter_erased");
  return state === "open" || state === "returned" ? null : refuse("letter_answered");
}

/** Why this person may not check it, or null: somebody of the office who did not write it on any account of theirs, once. */
export function checkFollowUpRefusal(
  actor: Actor,
  task: Subject,
  { writerPersonId, state }: { writerPersonId: string; state: FollowUpState },
  isErased: boolean,
): Refusal | null {
  const refusal = refusalFor(actor, "follow_up.check", task);
  if (refusal) return refusal;
  if (isErased) return refuse("letter_erased");
  if (actor.personId === writerPersonId) return refuse("submission_own_work");
  return state === "checking" ? null : refuse("follow_up_checked");
}
