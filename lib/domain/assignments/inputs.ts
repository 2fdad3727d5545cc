import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { acceptsGaps, codeSchema, idSchema, keySchema, versionSchema } from "@/lib/domain/inputs";
import { filledText, longText, textLimits } from "@/lib/domain/texts";

export const taskAtVersionSchema = z.strictObject({
  key: keySchema,
  code: codeSchema,
  version: versionSchema,
});
export type TaskAtVersion = z.infer<typeof taskAtVersionSchema>;

export const assignSchema = z.strictObject({
  acceptsGaps,
  key: keySchema,
  code: codeSchema,
  version: versionSchema,
  leadId: idSchema.nullable(),
  cooperatingIds: z.array(idSchema).max(60),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
  /** The day of the month by which a monthly report is due; null counts working days of grace. */
  reportDay: z.number().int().min(1).max(28).nullable(),
});
export type AssignInput = z.infer<typeof assignSchema>;

/** 批量交办, one task of it: null leaves what stands there, so that nothing asked is a proposal confirmed. */
export const assignInBatchSchema = taskAtVersionSchema.extend({
  acceptsGaps,
  leadId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles).nullable(),
});
export type AssignInBatchInput = z.infer<typeof assignInBatchSchema>;

/** 分解到各单位: the units, among them those that stand for many, and what all their parts have in common. */
export const distributeSchema = taskAtVersionSchema.extend({
  acceptsGaps,
  unitIds: z.array(idSchema).min(1, "units_required").max(400, "invalid_input"),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
  reportDay: z.number().int().min(1).max(28).nullable(),
});
export type DistributeInput = z.infer<typeof distributeSchema>;

/** The same, asked what it would make. */
export const previewPartsSchema = distributeSchema.pick({ code: true, unitIds: true, dueOn: true });
export type PreviewPartsInput = z.infer<typeof previewPartsSchema>;

export const splitSchema = z.strictObject({
  acceptsGaps,
  key: keySchema,
  code: codeSchema,
  version: versionSchema,
  title: filledText(textLimits.title, "title_required"),
  scope: longText(textLimits.scope),
  leadId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  cycle: z.enum(reportingCycles),
});
export type SplitInput = z.infer<typeof splitSchema>;

export const strikeOffSchema = taskAtVersionSchema.extend({
  /** How it was verified (核查情况). */
  note: filledText(textLimits.reason, "note_required"),
});
export type StrikeOffInput = z.infer<typeof strikeOffSchema>;

export const reopenSchema = taskAtVersionSchema.extend({
  reason: filledText(textLimits.reason, "reason_required"),
  dueOn: daySchema.nullable(),
});
export type ReopenInput = z.infer<typeof reopenSchema>;
