import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import type { Place } from "@/lib/domain/documents/quotes";
import { codeSchema, idSchema, keySchema, slugSchema, versionSchema } from "@/lib/domain/inputs";
import { draftLimits, draftPlanSchema } from "@/lib/domain/registrations/drafts";
import { filledText, longText, textLimits } from "@/lib/domain/texts";
import { candidateKinds, columnRoles } from "./candidates";
import { candidateQuestions, changeDecisions, importLimits } from "./imports";
import { saidFactsSchema } from "./said-facts";

/** An import as somebody saw it, and a press on it. */
const press = { key: keySchema, id: idSchema };
const seen = { ...press, version: versionSchema };
/** A proposal as somebody saw it. */
const candidate = z.strictObject({ id: idSchema, version: versionSchema });
const candidates = z.array(candidate).min(1).max(importLimits.decided);
export type SeenCandidate = z.infer<typeof candidate>;

/**
 * A file by its name and checksum, or pasted text, which may be as large as a file: whoever reads it says what is too long.
 * `editionOf` is the import that this is a second edition of.
 */
export const startImportSchema = z.strictObject({
  key: keySchema,
  name: z.string().trim().max(200),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  text: longText(importLimits.bytes).nullable(),
  editionOf: idSchema.nullable(),
});
export type StartImportInput = z.infer<typeof startImportSchema>;

export const moveImportSchema = z.strictObject(seen);
export type MoveImportInput = z.infer<typeof moveImportSchema>;

export const correctFactsSchema = z.strictObject({ ...seen, facts: saidFactsSchema });
export type CorrectFactsInput = z.infer<typeof correctFactsSchema>;

export const decideCandidatesSchema = z.strictObject({
  ...press,
  candidates,
  decision: z.enum(["confirm", "reject", "undo"]),
});
export type DecideCandidatesInput = z.infer<typeof decideCandidatesSchema>;

/** All that is sure in a section (null: before the first), so many as the button said. */
export const confirmSureSchema = z.strictObject({
  ...press,
  section: z.int().nonnegative().nullable(),
  count: z.int().positive(),
});
export type ConfirmSureInput = z.infer<typeof confirmSureSchema>;

const day = daySchema.nullable();
const saidDeadlineSchema = z.strictObject({
  kind: z.enum(deadlineKinds),
  windowStart: day,
  dueOn: day,
  cycle: z.enum(reportingCycles),
});
export type SaidDeadline = z.infer<typeof saidDeadlineSchema>;

/** What a person says in the place of what was proposed; what they leave out stays as it was proposed. */
const editedSchema = z
  .strictObject({
    title: filledText(draftLimits.line, "task_title_required"),
    kind: z.enum(candidateKinds),
    parentId: idSchema.nullable(),
    leadId: idSchema.nullable(),
    cooperatingIds: z.array(idSchema).max(50),
    deadline: saidDeadlineSchema,
  })
  .partial();
/** With the quotes that merging and splitting leave it. */
export type Edited = z.infer<typeof editedSchema> & { quotes?: [Place, ...Place[]] };

export const editCandidateSchema = z.strictObject({ ...press, candidate, edited: editedSchema });
export type EditCandidateInput = z.infer<typeof editCandidateSchema>;

export const mergeCandidatesSchema = z.strictObject({ ...press, into: candidate, candidates });
export type MergeCandidatesInput = z.infer<typeof mergeCandidatesSchema>;

/** At an index of the document's text, within the first quote. */
export const splitCandidateSchema = z.strictObject({
  ...press,
  candidate,
  at: z.int().positive(),
});
export type SplitCandidateInput = z.infer<typeof splitCandidateSchema>;

/** Which unit some words of the document mean, everywhere in it; null where they mean none. */
export const resolveOwnerSchema = z.strictObject({
  ...press,
  words: filledText(200, "unit_required"),
  unitCode: slugSchema.nullable(),
});
export type ResolveOwnerInput = z.infer<typeof resolveOwnerSchema>;

/**
 * The answer to a question about one proposal: which unit leads, by when it is due. Null leaves it as the document has it,
 * open.
 */
export const answerQuestionSchema = z.strictObject({
  ...press,
  candidate,
  question: z.enum(candidateQuestions),
  leadId: idSchema.nullable(),
  deadline: saidDeadlineSchema.nullable(),
});
export type AnswerQuestionInput = z.infer<typeof answerQuestionSchema>;

/** What the columns of a table are for; null for one that says nothing. */
export const setColumnsSchema = z.strictObject({
  ...seen,
  table: z.int().nonnegative(),
  roles: z.array(z.enum(columnRoles).nullable()).min(1).max(60),
});
export type SetColumnsInput = z.infer<typeof setColumnsSchema>;

/** `left` is how many proposals nobody has decided, which are confirmed with this press. */
export const fileImportSchema = z.strictObject({
  ...seen,
  left: z.int().nonnegative(),
  plan: draftPlanSchema.nullable(),
  planSlug: slugSchema.nullable(),
});
export type FileImportInput = z.infer<typeof fileImportSchema>;

/** What becomes of a task whose clause a second edition has changed. */
export const decideChangeSchema = z.strictObject({
  ...press,
  code: codeSchema,
  decision: z.enum(changeDecisions),
  note: longText(textLimits.reason).trim(),
});
export type DecideChangeInput = z.infer<typeof decideChangeSchema>;
