import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import {
  acceptsGaps,
  codeSchema,
  idSchema,
  keySchema,
  slugSchema,
  versionSchema,
} from "@/lib/domain/inputs";
import { filledText, longText, textLimits } from "@/lib/domain/texts";
import { phoneText } from "./account-inputs";
import { departmentKinds, memberKinds } from "./departments";
import { movedThings } from "./unit-rules";

/** How much fits, in characters. */
export const unitLimits = { name: 60, shortName: 20, contact: 120, aliases: 20 } as const;

const name = filledText(unitLimits.name, "unit_name_required");
const shortName = longText(unitLimits.shortName).trim();
const kind = z.enum(departmentKinds, "unit_kind_required");
const contactText = longText(unitLimits.contact).trim();
const email = z.email("email").max(unitLimits.contact, "too_long").or(z.literal(""));

/** The names in a text, one a line or with marks between them. */
export function aliasesIn(typed: string): string[] {
  return typed.split(/[\n、，,;；]+/u).flatMap((each) => each.trim() || []);
}

export const unitFields = {
  name,
  shortName,
  kind,
  /** In the address of its public page; without one it is numbered. */
  newCode: slugSchema
    // The address of the form for a new unit.
    .refine((code) => code !== "new", "unit_code_taken")
    .or(z.literal("")),
  /** 排序号: whoever stands there already moves back by one. */
  sortOrder: z.int32("unit_order").min(1, "unit_order").max(100_000, "unit_order"),
  /** As they are typed, one a line. */
  aliases: longText(1500)
    .trim()
    .refine((typed) => aliasesIn(typed).length <= unitLimits.aliases, "too_long")
    .refine(
      (typed) => aliasesIn(typed).every(({ length }) => length <= unitLimits.name),
      "too_long",
    ),
  nameEn: contactText,
  office: contactText,
  phone: phoneText,
  address: contactText,
  email,
  hours: contactText,
  isPublic: z.boolean(),
  fromOn: daySchema,
  reason: filledText(textLimits.reason, "reason_required"),
  /** Of a collective (11 市): the kinds of the units that it stands for; none while nobody says. */
  memberKinds: z.array(z.enum(memberKinds)).max(memberKinds.length),
};

const press = { key: keySchema };
/** A unit as its page showed it. */
const seen = { ...press, code: slugSchema, version: versionSchema };

export const createUnitSchema = z.strictObject({
  ...press,
  parentCode: slugSchema.nullable(),
  name,
  shortName,
  kind,
  memberKinds: unitFields.memberKinds.optional(),
  newCode: unitFields.newCode,
});
export type CreateUnitInput = z.infer<typeof createUnitSchema>;

export const editUnitSchema = z.strictObject({
  ...seen,
  kind,
  memberKinds: unitFields.memberKinds.optional(),
  sortOrder: unitFields.sortOrder,
  aliases: z.array(filledText(unitLimits.name, "too_long")).max(unitLimits.aliases, "too_long"),
  nameEn: unitFields.nameEn.optional(),
  office: contactText,
  phone: unitFields.phone,
  address: contactText,
  email,
  hours: contactText,
  isPublic: z.boolean(),
});
export type EditUnitInput = z.infer<typeof editUnitSchema>;

/** Another name from a day on; without a day the present one was mistyped, and is put right. */
export const renameUnitSchema = z.strictObject({
  ...seen,
  name,
  shortName,
  fromOn: daySchema.nullable(),
});
export type RenameUnitInput = z.infer<typeof renameUnitSchema>;

/** Null moves it to the top. */
export const moveUnitSchema = z.strictObject({
  acceptsGaps,
  ...seen,
  parentCode: slugSchema.nullable(),
});
export type MoveUnitInput = z.infer<typeof moveUnitSchema>;

export const closeUnitSchema = z.strictObject({ ...seen, reason: unitFields.reason });
export type CloseUnitInput = z.infer<typeof closeUnitSchema>;

const count = z.int32().nonnegative();
export const mergeUnitSchema = z.strictObject({
  acceptsGaps,
  ...seen,
  intoCode: slugSchema,
  /** What the page said would move. */
  moves: z.strictObject(
    Object.fromEntries(movedThings.map((thing) => [thing, count])) as Record<
      (typeof movedThings)[number],
      typeof count
    >,
  ),
  reason: unitFields.reason,
});
export type MergeUnitInput = z.infer<typeof mergeUnitSchema>;

/** How many tasks and people one division can take: what a page shows at once. */
export const splitLimit = 200;
export const splitUnitSchema = z.strictObject({
  acceptsGaps,
  ...seen,
  name,
  shortName,
  kind,
  newCode: unitFields.newCode,
  taskCodes: z.array(codeSchema).max(splitLimit, "too_long"),
  personIds: z.array(idSchema).max(splitLimit, "too_long"),
  reason: unitFields.reason,
});
export type SplitUnitInput = z.infer<typeof splitUnitSchema>;
