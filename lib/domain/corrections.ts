import { z } from "zod";
import { type Day, daySchema } from "@/lib/domain/calendar/days";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import {
  type Change,
  type CorrectedSubject,
  correctedSubjects,
} from "@/lib/domain/documents/corrections";
import { plainText } from "@/lib/domain/documents/spans";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { codeSchema, idSchema, keySchema, slugSchema, versionSchema } from "./inputs";
import { filledText, longText, textLimits } from "./texts";

/** What may be corrected of each subject: what it says of the document, nothing that the register decides. */
export const correctedFields = {
  task: [
    ...["title", "titleEn", "quote", "reference", "note", "ownerVerbatim", "deadlineVerbatim"],
    ...["deadlineKind", "deadlineNote", "windowStart", "dueOn"],
  ],
  document: ["title", "kind", "issuer", "documentNumber", "datedOn", "publishedOn", "text"],
  plan: ["title", "titleEn", "shortTitle", "summary"],
} as const satisfies Record<CorrectedSubject, readonly string[]>;

/** The fields that hold something in any case. */
const filled = ["title", "quote", "kind", "issuer", "publishedOn", "shortTitle", "deadlineKind"];
const days = ["windowStart", "dueOn", "datedOn", "publishedOn"];

export function isDayField(field: string): boolean {
  return days.includes(field);
}

/** What a 更正 asks for: one field, what it says instead, why, and of a text which words. */
export const proposeCorrectionSchema = z.strictObject({
  key: keySchema,
  subject: z.enum(correctedSubjects),
  name: z.union([codeSchema, slugSchema]),
  field: z.string().min(1, "field_required").max(40),
  /** Of a document's text: the words that are wrong, and which of them if they stand there several times. */
  wrong: longText(textLimits.scope).overwrite(plainText),
  occurrence: z.int().min(1).max(1000),
  right: longText(5000).overwrite(plainText),
  reason: filledText(textLimits.reason, "reason_required"),
});
export type ProposeCorrectionInput = z.infer<typeof proposeCorrectionSchema>;

export const decideCorrectionSchema = z.strictObject({
  key: keySchema,
  id: idSchema,
  version: versionSchema,
  decision: z.enum(["confirm", "decline"]),
});
export type DecideCorrectionInput = z.infer<typeof decideCorrectionSchema>;

export const correctionStatuses = ["open", "confirmed", "declined"] as const;
export type CorrectionStatus = (typeof correctionStatuses)[number];

type Current = Readonly<Record<string, string | number | null>>;

/**
 * The change that a 更正 would make, or why it may not be: the field is one of the subject's, says something else
 * afterwards, and says it in the form of the field. `current` is what it says now.
 */
export function correctionOf(
  { subject, field, wrong, occurrence, right }: ProposeCorrectionInput,
  current: Current,
): Change | Refusal {
  if (!(correctedFields[subject] as readonly string[]).includes(field))
    return refuse("correction_field", { field: "field" });
  const personal = publicTextRefusal(right, "right");
  if (personal) return personal;
  if (field === "text") return textCorrection(String(current.text), wrong, occurrence, right);
  const before = current[field] ?? null;
  const after = right === "" ? null : right;
  if (after === null && filled.includes(field))
    return refuse("correction_empty", { field: "right" });
  if (after !== null && isDayField(field) && !daySchema.safeParse(after).success)
    return refuse("correction_day", { field: "right" });
  if (field === "deadlineKind" && !(deadlineKinds as readonly string[]).includes(right))
    return refuse("correction_field", { field: "right" });
  return before === after
    ? refuse("correction_unchanged", { field: "right" })
    : { field, before, after: after ?? (field === "summary" ? "" : null) };
}

function textCorrection(text: string, wrong: string, occurrence: number, right: string) {
  let at = -1;
  for (let i = 0; i < occurrence; i += 1) {
    at = wrong === "" ? -1 : text.indexOf(wrong, at + 1);
    if (at < 0) return refuse("quote_missing", { field: "wrong" });
  }
  return wrong === right
    ? refuse("correction_unchanged", { field: "right" })
    : { field: "text", before: wrong, after: right, at };
}

/** Why this person may not decide on a 更正 now, or null: whoever proposed it, on whichever account, does not confirm it. */
export function decideRefusal(
  actor: Pick<Actor, "personId" | "role" | "departmentId" | "branchIds">,
  { status, proposerPersonId }: { status: CorrectionStatus; proposerPersonId: string },
  decision: "confirm" | "decline",
): Refusal | null {
  const refusal = refusalFor(actor, "correction.confirm");
  if (refusal) return refusal;
  if (status !== "open") return refuse("correction_decided");
  const isOwn = proposerPersonId === actor.personId;
  return decision === "confirm" && isOwn ? refuse("correction_own") : null;
}

type Dated = { dueOn: Day | null; windowStart: Day | null };

/** Why a due day may not be corrected like this: it lies within the task above, and what is below within it. */
export function dueCorrectionRefusal(
  after: Day | null,
  {
    windowStart,
    parentDueOn,
    childrenDueOn,
  }: Pick<Dated, "windowStart"> & {
    parentDueOn: Day | null;
    childrenDueOn: readonly (Day | null)[];
  },
): Refusal | null {
  const field = "right";
  if (after === null) return refuse("correction_empty", { field });
  if (windowStart && windowStart > after) return refuse("window_after_deadline", { field });
  if (parentDueOn && after > parentDueOn)
    return refuse("deadline_after_parent", { field, params: { day: parentDueOn } });
  const late = childrenDueOn.find((day) => day !== null && day > after);
  return late ? refuse("correction_before_parts", { field, params: { day: late } }) : null;
}

/** A 更正 as people read it. */
export type Corrected = {
  changes: Change[];
  reason: string;
  confirmedOn: Day;
};
