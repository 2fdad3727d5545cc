import type { SheetKind } from "@/lib/domain/sheets/sheets";

/** Where each sheet comes from, and goes back to. */
export const sheetPaths: Record<SheetKind, (of: string) => string> = {
  units: () => "/departments",
  people: () => "/people",
  tasks: () => "/assignments",
  drafts: (of) => `/registrations/${of}`,
};

/** The page of a sheet: of a plan by its slug, of a draft by its id, of the whole office otherwise. */
export function sheetPath(kind: SheetKind, of = ""): string {
  return of ? `/sheets/${kind}?${new URLSearchParams({ of })}` : `/sheets/${kind}`;
}
