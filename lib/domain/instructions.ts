import { z } from "zod";
import { type Day, daySchema } from "@/lib/domain/calendar/days";
import { codeSchema, idSchema, keySchema, slugSchema } from "@/lib/domain/inputs";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { isTracked, statusRefusal, type TaskState, taskActs } from "@/lib/domain/tasks/tasks";
import { filledText, textLimits } from "@/lib/domain/texts";

/** To the lead unit at once, as a 催办 in the leader's name; or to the office (督查室), which turns it into something. */
export const addressees = ["unit", "office"] as const;
export type Addressee = (typeof addressees)[number];

/** What the office makes of it: 催办, 立项 as a task, or 阅知 (批请阅知、阅研 are no 立项). */
export const instructionOutcomes = ["chase", "task", "noted"] as const;
export type InstructionOutcome = (typeof instructionOutcomes)[number];

/** 待办理 → 办理中 (催办 sent, or 立项) → 已办复; or 已阅知, which ends it. Derived, never stored. */
export const instructionStates = ["waiting", "under_way", "answered", "noted"] as const;
export type InstructionState = (typeof instructionStates)[number];

/** How long an answer may take unless the leader says so, in working days. */
export const instructionWorkdays = 15;

/** What a leader writes (批示): about a task, a plan or neither. Messages are keys under `validation`. */
export const writeInstructionSchema = z.strictObject({
  key: keySchema,
  code: codeSchema.nullable(),
  planSlug: slugSchema.nullable(),
  addressee: z.enum(addressees, "instruction_addressee"),
  text: filledText(textLimits.message, "instruction_text"),
  /** Whether the unit may read its words, where the office sends the 催办. */
  sharesWords: z.boolean(),
  dueOn: daySchema.nullable(),
});
export type WriteInstructionInput = z.infer<typeof writeInstructionSchema>;

export const handleInstructionSchema = z
  .strictObject({
    key: keySchema,
    instructionId: idSchema,
    outcome: z.enum(instructionOutcomes, "instruction_outcome"),
    /** The task that is chased, or that carries the instruction out. */
    code: codeSchema.nullable(),
    words: filledText(textLimits.message, "instruction_words"),
  })
  .refine(({ outcome, code }) => outcome === "noted" || code !== null, {
    path: ["code"],
    message: "code",
  });
export type HandleInstructionInput = z.infer<typeof handleInstructionSchema>;

/** That a leader has looked, up to the moment that their page showed. */
export const markLookedSchema = z.strictObject({ key: keySchema, until: z.iso.datetime() });
export type MarkLookedInput = z.infer<typeof markLookedSchema>;

/** What a 批示 is about, for permissions: its task, or where it has none the unit of the leader who wrote it. */
export function instructionSubject(task: Subject | null, authorUnitId: string): Subject {
  return task ?? { unitId: authorUnitId };
}

type AboutTask = Pick<TaskState, "kind" | "status"> & Subject;

/**
 * Why this person may not write such a 批示, or null. What goes to the unit at once needs a task that can be chased now;
 * the wanted day is not past. Whether the task is theirs to see is asked before.
 */
export function writeRefusal(
  actor: Actor,
  { addressee, dueOn }: Pick<WriteInstructionInput, "addressee" | "dueOn">,
  task: AboutTask | null,
  today: Day,
): Refusal | null {
  const subject = instructionSubject(task, actor.departmentId);
  const refusal = refusalFor(actor, "instruction.write", subject);
  if (refusal) return refusal;
  if (dueOn !== null && dueOn < today) return refuse("instruction_day_past", { field: "dueOn" });
  if (addressee === "office") return null;
  return task ? chaseableRefusal(task) : refuse("instruction_without_unit", { field: "addressee" });
}

/**
 * Why the office may not make this of it, or null: once, and a 催办 only on a task that can be chased now. `about` is what
 * the 批示 is about, `task` what it becomes.
 */
export function handleRefusal(
  actor: Actor,
  { outcome }: Pick<HandleInstructionInput, "outcome">,
  { about, isHandled }: { about: Subject; isHandled: boolean },
  task: AboutTask | null,
): Refusal | null {
  const refusal = refusalFor(actor, "instruction.handle", about);
  if (refusal) return refusal;
  if (isHandled) return refuse("instruction_handled");
  if (outcome !== "chase" || !task) return null;
  return refusalFor(actor, "task.chase", task) ?? chaseableRefusal(task);
}

function chaseableRefusal({ kind, status }: Pick<TaskState, "kind" | "status">): Refusal | null {
  return isTracked(kind) ? statusRefusal(status, taskActs.chase.from) : refuse("task_not_tracked");
}

/** How far it has come. A chased one is answered with its 催办, one that became a task when that is 办结. */
export function instructionState({
  outcome,
  answeredAt,
  completedOn,
}: {
  outcome: InstructionOutcome | null;
  answeredAt: Date | null;
  completedOn: Day | null;
}): InstructionState {
  if (outcome === null) return "waiting";
  if (outcome === "noted") return "noted";
  const isAnswered = outcome === "chase" ? answeredAt !== null : completedOn !== null;
  return isAnswered ? "answered" : "under_way";
}

/** A 批示 as those read it who may (`instruction.read`), with what became of it. */
export type Instruction = {
  id: string;
  text: string;
  author: string;
  isDemo: boolean;
  addressee: Addressee;
  sharesWords: boolean;
  writtenAt: Date;
  dueOn: Day | null;
  task: { code: string; title: string } | null;
  plan: { slug: string; title: string } | null;
  state: InstructionState;
  /** Working days since it was written, while nobody has handled it. */
  workdaysWaiting: number | null;
  handled: {
    outcome: InstructionOutcome;
    by: string;
    at: Date;
    /** The words of the 催办, or what the office noted. */
    words: string;
    task: { code: string; title: string } | null;
    answer: string | null;
    answeredOn: Day | null;
  } | null;
};
