import { createAccountSchema } from "@/lib/domain/people/account-inputs";
import type { Role } from "@/lib/domain/people/roles";
import { changesOf, emptyPlan, fieldFaults, repeated, type SheetPlan } from "./plans";
import type { Cells } from "./sheets";
import { cellOf, type Fault, type FaultCode, type SheetRow, type SheetTable } from "./tables";
import { isFault, type UnitBook } from "./unit-book";

/** An account as the sheet of people knows it. */
export type SheetPerson = {
  id: string;
  username: string;
  name: string;
  unit: string;
  role: Role;
  post: string;
  email: string | null;
  phone: string | null;
  version: number;
  hasLeft: boolean;
};

/** What is kept of a person beside unit and role. */
export type About = { name: string; post: string; email: string | null; phone: string | null };
export type NewPerson = About & { username: string; unitId: string; unit: string; role: Role };
export type EditedPerson = { person: SheetPerson; about: About };
export type PeoplePlan = SheetPlan<NewPerson, EditedPerson>;

export function personCells({
  username,
  name,
  unit,
  role,
  post,
  email,
  phone,
}: SheetPerson): Cells {
  return { username, person: name, unit, role, post, email: email ?? "", phone: phone ?? "" };
}

const fields = createAccountSchema.pick({
  username: true,
  name: true,
  post: true,
  email: true,
  phone: true,
});

/**
 * What a sheet of people would do: accounts that are not there are made and wait for their role (as `createAccount`), those
 * that are get another name, post, mail or phone (`editAccount`). A transfer, another role and whoever has left are refused:
 * each is an act of its own.
 */
export function planPeople(
  table: SheetTable,
  { people, units }: { people: readonly SheetPerson[]; units: UnitBook },
): PeoplePlan {
  const plan: PeoplePlan = emptyPlan();
  const present = new Map(people.map((person) => [person.username, person]));
  const nameOf = (row: SheetRow) => (row.cells.username ?? "").toLowerCase();
  plan.faults.push(...repeated(table, "username", nameOf));
  for (const row of table.rows) {
    const person = present.get(nameOf(row));
    const said = readPerson(table, row, person, units, plan.faults);
    if (!said) continue;
    const { cells, about, unitId, role } = said;
    if (!person) {
      const line = { row: row.number, name: `${about.name}（${cells.username}）`, changes: [] };
      const unit = cells.unit ?? "";
      plan.made.push({ ...line, ...about, username: cells.username ?? "", unitId, unit, role });
      continue;
    }
    const changes = changesOf(cells, personCells(person));
    if (changes.length === 0) plan.unchanged += 1;
    else if (refused(table, row, person, changes, plan.faults)) continue;
    else
      plan.changed.push({
        row: row.number,
        name: `${person.name}（${person.username}）`,
        changes,
        person,
        about,
      });
  }
  return plan;
}

function readPerson(
  table: SheetTable,
  row: SheetRow,
  person: SheetPerson | undefined,
  units: UnitBook,
  faults: Fault[],
) {
  const before = faults.length;
  const said = row.cells;
  for (const column of ["unit", "role"])
    if (!said[column]) faults.push({ cell: cellOf(table, row, column), fault: "cell_required" });
  const read = fields.safeParse({
    username: said.username ?? "",
    name: said.person ?? "",
    post: said.post ?? person?.post ?? "",
    email: said.email ?? person?.email ?? "",
    phone: said.phone ?? person?.phone ?? "",
  });
  if (!read.success) faults.push(...fieldFaults(table, row, read.error, { name: "person" }));
  const unit = said.unit ? units.find(table, row, "unit", said.unit) : null;
  if (unit && isFault(unit)) faults.push(unit);
  else if (unit?.kind === "collective")
    faults.push({
      cell: cellOf(table, row, "unit"),
      fault: "unit_collective",
      params: { name: unit.name },
    });
  if (!read.success || !unit || isFault(unit) || faults.length > before) return null;
  const { username, name, post, email, phone } = read.data;
  const cells = {
    ...said,
    username,
    person: name,
    unit: unit.name,
    ...told(said, { post, email, phone }),
  };
  const about = { name, post, email: email || null, phone: phone || null };
  return { cells, about, unitId: unit.id, role: said.role as Role };
}

/** Of what was read only the columns that the file has. */
function told(said: Cells, read: Cells): Cells {
  return Object.fromEntries(Object.entries(read).filter(([column]) => said[column] !== undefined));
}

/** A change that the sheet does not make; each is done where it can be done whole. */
function refused(
  table: SheetTable,
  row: SheetRow,
  person: SheetPerson,
  changes: { column: string; before: string }[],
  faults: Fault[],
): boolean {
  const say = (column: string, fault: FaultCode, before: string) =>
    faults.push({ cell: cellOf(table, row, column), fault, params: { name: person.name, before } });
  if (person.hasLeft) return say("username", "person_left", "") > 0;
  const [unit, role] = ["unit", "role"].map((column) =>
    changes.find((each) => each.column === column),
  );
  if (unit) say("unit", "person_moved", unit.before);
  if (role) say("role", "role_changed", role.before);
  return unit !== undefined || role !== undefined;
}
