import type { Change } from "@/lib/domain/documents/corrections";
import type { SheetCounts, SheetKind } from "@/lib/domain/sheets/sheets";

/** `of` is the title of what is corrected. */
type Correction = { of: string; changes: Change[]; reason: string };

/** What happens to a draft (立项), to a plan as a whole, and to what a document was mistyped as (更正). */
export type RegistrationEvent =
  | { type: "registration.drafted"; title: string; adds: boolean }
  | { type: "registration.saved"; title: string; tasks: number }
  | { type: "registration.proposed"; title: string; tasks: number }
  | { type: "registration.returned"; title: string; reason: string }
  | { type: "registration.confirmed"; title: string; codes: string[] }
  | { type: "registration.published"; title: string; codes: string[] }
  | { type: "registration.removed"; title: string }
  | { type: "plan.ended"; plan: string; note: string }
  | { type: "plan.archived"; plan: string; note: string }
  | ({ type: "correction.proposed" } & Correction)
  | ({ type: "correction.confirmed" } & Correction)
  | ({ type: "correction.declined" } & Correction);

/** The first of what is corrected: a quote's place changes with the quote. */
export function corrected({ of, changes, reason }: Correction) {
  const [change] = changes;
  const { field = "", before = "", after = "" } = change ?? {};
  return { of, field, before: before ?? "", after: after ?? "", reason };
}

/** A spreadsheet came in (导入): what each of its rows did has an event of its own. */
export type SheetEvent = {
  type: "sheet.imported";
  kind: SheetKind;
  name: string;
  sha256: string;
} & SheetCounts;

export function sheetImported({ kind: sheet, name, made, changed, removed }: SheetEvent) {
  return { sheet, name, made, changed, removed };
}
