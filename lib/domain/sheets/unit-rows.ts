import type { Day } from "@/lib/domain/calendar/days";
import { contactFields, type DepartmentKind } from "@/lib/domain/people/departments";
import { aliasesIn, createUnitSchema, editUnitSchema } from "@/lib/domain/people/unit-inputs";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { fieldFaults } from "./plans";
import type { Cells } from "./sheets";
import {
  cellOf,
  type Fault,
  readNumber,
  refusedCell,
  type SheetRow,
  type SheetTable,
} from "./tables";
import { joinNames } from "./unit-book";

/** What a unit is, beside its place in the tree and what it is called. */
export type UnitFacts = {
  kind: DepartmentKind;
  /** Of a collective; no column of the sheet, so it stays as it is. */
  memberKinds: DepartmentKind[] | null;
  sortOrder: number;
  /** A translation of its present name. */
  nameEn: string | null;
  aliases: string[];
  contactOffice: string | null;
  contactPhone: string | null;
  contactAddress: string | null;
  contactEmail: string | null;
  contactHours: string | null;
  contactIsPublic: boolean;
};
/** A unit as the sheet of units knows it; `parentId` is the id of the unit above it. */
export type SheetUnit = UnitFacts & {
  id: string;
  code: string;
  name: string;
  shortName: string | null;
  parentId: string | null;
  closedOn: Day | null;
  version: number;
};

/** A unit as it will be; `sortOrder` null for one that comes last, `code` empty for one that is numbered. */
export type WantedUnit = Omit<SheetUnit, "sortOrder" | "closedOn" | "version"> & {
  sortOrder: number | null;
};
/** What a row says of a unit. */
export function unitCells(unit: SheetUnit, nameOf: (id: string) => string): Cells {
  return {
    ...{ code: unit.code, name: unit.name, shortName: unit.shortName ?? "", kind: unit.kind },
    nameEn: unit.nameEn ?? "",
    parent: unit.parentId ? nameOf(unit.parentId) : "",
    sortOrder: String(unit.sortOrder),
    aliases: joinNames(unit.aliases),
    ...{ office: unit.contactOffice ?? "", phone: unit.contactPhone ?? "" },
    ...{ address: unit.contactAddress ?? "", email: unit.contactEmail ?? "" },
    ...{ hours: unit.contactHours ?? "", isPublic: unit.contactIsPublic ? "yes" : "no" },
  };
}

const newFields = createUnitSchema.pick({ name: true, shortName: true, kind: true, newCode: true });
const facts = editUnitSchema.pick({
  ...{
    nameEn: true,
    aliases: true,
    office: true,
    phone: true,
    address: true,
    email: true,
    hours: true,
    isPublic: true,
  },
});

/** The unit that a row says, what the file lacks as it is now; null with its faults where it says none. */
export function readUnit(
  table: SheetTable,
  row: SheetRow,
  unit: SheetUnit | undefined,
  faults: Fault[],
): Omit<WantedUnit, "id"> | null {
  const before = faults.length;
  const said = row.cells;
  const basics = newFields.safeParse({
    name: said.name ?? "",
    shortName: said.shortName ?? unit?.shortName ?? "",
    kind: said.kind || unit?.kind,
    newCode: unit ? "" : (said.code ?? ""),
  });
  const more = facts.safeParse({
    nameEn: said.nameEn ?? unit?.nameEn ?? "",
    aliases:
      said.aliases === undefined ? (unit?.aliases ?? []) : [...new Set(aliasesIn(said.aliases))],
    office: said.office ?? unit?.contactOffice ?? "",
    phone: said.phone ?? unit?.contactPhone ?? "",
    address: said.address ?? unit?.contactAddress ?? "",
    email: said.email ?? unit?.contactEmail ?? "",
    hours: said.hours ?? unit?.contactHours ?? "",
    isPublic: said.isPublic ? said.isPublic === "yes" : (unit?.contactIsPublic ?? false),
  });
  if (!basics.success) {
    const codes = fieldFaults(table, row, basics.error, { newCode: "code" });
    faults.push(
      ...codes.map((each) =>
        isCodeFault(each) ? { cell: each.cell, fault: "code_format" as const } : each,
      ),
    );
  }
  if (!more.success) faults.push(...fieldFaults(table, row, more.error));
  const sortOrder = said.sortOrder ? readNumber(said.sortOrder) : (unit?.sortOrder ?? null);
  if (said.sortOrder && (sortOrder === null || sortOrder < 1 || sortOrder > 100_000))
    faults.push({ cell: cellOf(table, row, "sortOrder"), validation: "unit_order" });
  if (more.success && more.data.isPublic)
    for (const field of contactFields) {
      const refusal = publicTextRefusal(more.data[field], field);
      if (refusal) faults.push(refusedCell(table, row, refusal, "office"));
    }
  const translation = more.success ? publicTextRefusal(more.data.nameEn ?? "", "nameEn") : null;
  if (translation) faults.push(refusedCell(table, row, translation, "nameEn"));
  if (!basics.success || !more.success || faults.length > before) return null;
  const { name, shortName, kind, newCode } = basics.data;
  // A name that it no longer bears is not translated any more, as where it is renamed by hand.
  const isOfFormer = unit !== undefined && unit.name !== name && more.data.nameEn === unit.nameEn;
  const nameEn = (!isOfFormer && more.data.nameEn) || null;
  const { aliases, office, phone, address, email, hours, isPublic } = more.data;
  return {
    ...{
      code: unit?.code ?? newCode,
      name,
      shortName: shortName || null,
      kind,
      sortOrder,
      nameEn,
      aliases,
    },
    ...{
      memberKinds: unit?.memberKinds ?? null,
      parentId: unit?.parentId ?? null,
      contactOffice: office || null,
      contactPhone: phone || null,
    },
    ...{
      contactAddress: address || null,
      contactEmail: email || null,
      contactHours: hours || null,
    },
    contactIsPublic: isPublic,
  };
}

const isCodeFault = (fault: Fault) =>
  "validation" in fault &&
  ["not_found", "unit_code_taken", "invalid_union", "Invalid input"].includes(fault.validation);
