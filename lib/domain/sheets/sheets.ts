import { z } from "zod";
import { idSchema, keySchema } from "@/lib/domain/inputs";
import { can, type Permission, refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { Refusal } from "@/lib/domain/refusals";

/** What goes out into a spreadsheet and comes back, in the order of its columns. */
export const sheetColumns = {
  units: [
    ...["code", "name", "shortName", "nameEn", "kind", "parent", "sortOrder", "aliases"],
    ...["office", "phone", "address", "email", "hours", "isPublic"],
  ],
  people: ["username", "person", "unit", "role", "post", "email", "phone"],
  /** The assignment (交办) of the tasks of a plan. */
  tasks: ["code", "title", "lead", "cooperating", "dueOn", "cycle", "reportDay", "assigned"],
  /** The tasks of a plan that is being drafted (拟办). */
  drafts: [
    ...["depth", "taskKind", "title", "titleEn", "quote", "reference", "ownerVerbatim", "lead"],
    ...["cooperating", "deadlineVerbatim", "deadlineKind", "windowStart", "dueOn", "cycle"],
  ],
} as const satisfies Record<string, string[]>;
export type SheetKind = keyof typeof sheetColumns;
export const sheetKinds = Object.keys(sheetColumns) as SheetKind[];
export const sheetKindSchema = z.enum(sheetKinds as [SheetKind, ...SheetKind[]]);

/** What stands in a cell under each heading, as the rules read it: codes of choices, days, names in full. */
export type Cells = Partial<Record<string, string>>;

/** Columns that a file must have; one that is left out of the others stays as it is. */
export const neededColumns: Record<SheetKind, readonly string[]> = {
  units: ["name"],
  people: ["username", "person", "unit", "role"],
  tasks: ["code"],
  drafts: sheetColumns.drafts.filter((column) => column !== "titleEn"),
};

/** Columns with an answer from a list; the sheet shows its words. */
export const choiceColumns = [
  ...["kind", "isPublic", "role", "cycle", "assigned", "taskKind", "deadlineKind"],
] as const;
export const dayColumns: readonly string[] = ["dueOn", "windowStart"];

/** Whose each sheet is. */
export const sheetPermissions = {
  units: "unit.manage",
  people: "account.manage",
  tasks: "task.assign",
  drafts: "plan.draft",
} as const satisfies Record<SheetKind, Permission>;

/** Why this person may not bring in a sheet of this kind, or null. */
export function sheetRefusal(actor: Actor, kind: SheetKind): Refusal | null {
  return refusalFor(actor, sheetPermissions[kind]);
}

/** Why this person may not take a sheet out, or null: a plan's tasks also go to whoever drafts plans, to read. */
export function exportRefusal(actor: Actor, kind: SheetKind): Refusal | null {
  return kind === "tasks" && can(actor, "plan.draft") ? null : sheetRefusal(actor, kind);
}

export const sheetFormats = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** 10,000 rows of the widest sheet have some 3 MB; a tree of units and a staff are smaller. */
export const sheetLimits = {
  bytes: 4 * 1024 * 1024,
  rows: 10_000,
  columns: 60,
  cell: 32_767,
} as const;

/** Which sheet: of a plan by its slug, of a draft by its id, of the whole office otherwise. */
const sheetOf = { kind: sheetKindSchema, of: z.string().max(60) };

export const uploadSheetSchema = z.strictObject({
  key: keySchema,
  ...sheetOf,
  name: z.string().trim().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type UploadSheetInput = z.infer<typeof uploadSheetSchema>;

/** `seen` is the checksum of the file and of what it would change, as the preview showed it. */
export const importSheetSchema = z.strictObject({
  key: keySchema,
  id: idSchema,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ImportSheetInput = z.infer<typeof importSheetSchema>;

export const issueCodesSchema = z.strictObject({
  key: keySchema,
  importId: idSchema,
  mails: z.boolean(),
});
export type IssueCodesInput = z.infer<typeof issueCodesSchema>;

/** What an import has done. */
export type SheetCounts = { made: number; changed: number; removed: number; unchanged: number };
