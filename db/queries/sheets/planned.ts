import { randomUUID } from "node:crypto";
import { database, type Reader } from "@/db/client";
import type { Day } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { type DraftPlanned, draftCells, planDraft } from "@/lib/domain/sheets/drafts";
import { type PeoplePlan, personCells, planPeople } from "@/lib/domain/sheets/people";
import { emptyPlan } from "@/lib/domain/sheets/plans";
import {
  type Cells,
  exportRefusal,
  type SheetKind,
  sheetRefusal,
} from "@/lib/domain/sheets/sheets";
import type { Fault, SheetTable } from "@/lib/domain/sheets/tables";
import { planTasks, type TasksPlan, taskCells } from "@/lib/domain/sheets/tasks";
import type { UnitBook } from "@/lib/domain/sheets/unit-book";
import { unitCells } from "@/lib/domain/sheets/unit-rows";
import { planUnits, type UnitsPlan } from "@/lib/domain/sheets/units";
import { comingNames, sheetDraft, sheetPeople, sheetTasks, sheetUnits, unitBook } from "./present";

/** Which sheet: of a plan by its slug, of a draft by its id, of the whole office otherwise. */
export type SheetPlace = { kind: SheetKind; of: string };
export type ReadTable = { table: SheetTable; faults: Fault[] };
/** What a file would do, with what its writing needs. */
export type Planned =
  | { kind: "units"; plan: UnitsPlan }
  | { kind: "people"; plan: PeoplePlan }
  | { kind: "tasks"; plan: TasksPlan }
  | { kind: "drafts"; plan: DraftPlanned; version: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whose sheet it is and what it is of: a plan's or draft's title, empty for the whole office. Refuses who may not have it
 * (`not_allowed`), and a plan or draft that is not there (`not_found`).
 */
export async function sheetTitle(actor: Actor, { kind, of }: SheetPlace): Promise<string> {
  insist(exportRefusal(actor, kind));
  const found =
    kind === "tasks"
      ? await sheetTasks(database(), actor, of)
      : kind === "drafts" && uuid.test(of)
        ? await sheetDraft(database(), of)
        : undefined;
  const isWhole = kind === "units" || kind === "people";
  if (isWhole ? of !== "" : !found) throw new Refused(refuse("not_found"));
  return found?.title ?? "";
}

/** What a sheet says today, row by row: what is exported, and changes nothing when it comes back. */
export async function exportedCells(actor: Actor, { kind, of }: SheetPlace): Promise<Cells[]> {
  insist(exportRefusal(actor, kind));
  const reader = database();
  if (kind === "units") {
    const units = (await sheetUnits(reader)).filter(({ closedOn }) => closedOn === null);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return units.map((unit) => unitCells(unit, (id) => names.get(id) ?? ""));
  }
  if (kind === "people")
    return (await sheetPeople(reader)).filter(({ hasLeft }) => !hasLeft).map(personCells);
  if (kind === "tasks") return (await sheetTasks(reader, actor, of))?.tasks.map(taskCells) ?? [];
  const draft = uuid.test(of) ? await sheetDraft(reader, of) : undefined;
  const nameOf = namesIn(await unitBook(reader));
  return draft?.tasks.map((task) => draftCells(task, nameOf)) ?? [];
}

/** Compares what was read with what there is. Refuses as `sheetTitle` does. */
export async function planSheet(
  reader: Reader,
  actor: Actor,
  { kind, of }: SheetPlace,
  { table, faults }: ReadTable,
  today: Day,
): Promise<Planned> {
  insist(sheetRefusal(actor, kind));
  if (faults.length > 0)
    return { kind, version: 0, plan: { ...emptyPlan(), tasks: [], faults } } as Planned;
  if (kind === "units") {
    const units = await sheetUnits(reader);
    const present = { units, comingNames: await comingNames(reader, today) };
    return { kind, plan: planUnits(table, present, () => randomUUID()) };
  }
  const units = await unitBook(reader);
  if (kind === "people")
    return { kind, plan: planPeople(table, { people: await sheetPeople(reader), units }) };
  if (kind === "tasks") {
    const found = await sheetTasks(reader, actor, of);
    if (!found) throw new Refused(refuse("not_found"));
    return { kind, plan: planTasks(table, { tasks: found.tasks, units }) };
  }
  const draft = uuid.test(of) ? await sheetDraft(reader, of) : undefined;
  if (!draft) throw new Refused(refuse("not_found"));
  const present = { ...draft, units, nameOf: namesIn(units) };
  return { kind, version: draft.version, plan: planDraft(table, present, () => randomUUID()) };
}

const namesIn = (units: UnitBook) => (id: string) => units.byId(id)?.name ?? "";
