import { z } from "zod";
import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";
import { codeSchema, idSchema, keySchema, mailboxSchema } from "@/lib/domain/inputs";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { filledText, textLimits } from "@/lib/domain/texts";

/** So much may be typed into the form of a letter: it comes back whole, to be made as short as a letter is. */
export const mostTyped = 4 * textLimits.letter;

/** 意见建议, 我要纠错 */
export const letterKinds = ["suggestion", "correction"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a citizen sends in about a task. A mailbox may be left out; messages are keys under `validation`. */
export const letterSchema = z.object({
  code: codeSchema,
  kind: z.enum(letterKinds, "letter_kind"),
  body: filledText(textLimits.letter, "letter_body"),
  email: z
    .literal("")
    .transform(() => null)
    .or(mailboxSchema),
});
export type LetterInput = z.output<typeof letterSchema>;

/** Why a letter cannot be taken as it is, or null: it is not the place for numbers of persons or anything classified. */
export function letterRefusal({ body }: Pick<LetterInput, "body">): Refusal | null {
  const refusal = publicTextRefusal(body, "body");
  return refusal?.code === "personal_data" ? { ...refusal, code: "letter_personal_data" } : refusal;
}

/**
 * How far a letter has come, as its writer is told: being worked on, answered, answered in words that are not given out, taken
 * back since, or erased with the letter as somebody asked. The writer has the answer once it is approved; giving it to everybody (公开审查) is a further step.
 */
export const letterStages = ["open", "answered", "withheld", "withdrawn", "erased"] as const;
export type LetterStage = (typeof letterStages)[number];

type Answered = {
  answeredOn: Day | null;
  disclosure: Disclosure | null;
  withdrawnOn: Day | null;
  erasure: Erasure | null;
};

/** What stands where words were erased: the triggers of the migrations put it there. */
export const erasedWords = "—";

/**
 * Why words were erased (PIPL §47): at the request of whom they are about, the letter's and its answers'; or because they
 * were kept long enough, the letter's own. That there was a letter, and what became of it, stays.
 */
export const erasureCauses = ["request", "retention"] as const;
export type ErasureCause = (typeof erasureCauses)[number];
export type Erasure = { on: Day; cause: ErasureCause };

/** What a supervisor says who erases a letter. The reason goes into the history, which is for good. */
export const eraseLetterSchema = z.strictObject({
  key: keySchema,
  letterId: idSchema,
  reason: filledText(textLimits.reason, "reason_required"),
});
export type EraseLetterInput = z.infer<typeof eraseLetterSchema>;

/** Why this person may not erase the words of a letter about this task, or null. */
export function eraseRefusal(
  actor: Actor,
  task: Pick<Subject, "leadDepartmentId">,
  isErased: boolean,
): Refusal | null {
  return refusalFor(actor, "letter.erase", task) ?? (isErased ? refuse("letter_erased") : null);
}

/** How far a follow-up (对答复不满意) is: 待答复 → 待核对 (⇄ 被退回) → 已答复. Derived, never stored. */
export type FollowUpState = "open" | "checking" | "returned" | "answered";

/** A letter, how far its answer has come and how long there is to give it. */
export type Letter = Answered & {
  id: string;
  receipt: string;
  kind: LetterKind;
  body: string;
  locale: string;
  /** The task that it is about. */
  code: string;
  title: string;
  leadDepartmentId: string | null;
  unit: string | null;
  sentOn: Day;
  dueOn: Day;
  workdaysLeft: number;
  daysLate: number;
  stage: LetterStage;
  answerId: string | null;
  /** The status of the submission that answers it. */
  answerStatus: string | null;
  ground: DisclosureGround | null;
  withdrawalReason: string | null;
  /** Null while its writer has not said that they are not satisfied. */
  followUp: FollowUpState | null;
};

/** What is disclosed on request is disclosed to who has asked: the writer (政府信息公开条例 §27). */
export function letterStage({
  answeredOn,
  disclosure,
  withdrawnOn,
  erasure,
}: Answered): LetterStage {
  if (erasure?.cause === "request") return "erased";
  if (answeredOn === null) return "open";
  if (withdrawnOn !== null) return "withdrawn";
  return disclosure === "withheld" ? "withheld" : "answered";
}

/** Days past the last day to answer, on the day of the answer or else today; 0 in time. */
export function letterDaysLate(
  { dueOn, answeredOn }: { dueOn: Day; answeredOn: Day | null },
  today: Day,
): number {
  return Math.max(0, daysBetween(dueOn, answeredOn ?? today));
}
