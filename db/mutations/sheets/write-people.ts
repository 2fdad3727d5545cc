import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordTogether } from "@/db/mutations/record-event";
import { hashPassword } from "@/db/password";
import { users } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { EditedPerson, NewPerson, PeoplePlan } from "@/lib/domain/sheets/people";
import type { SheetLine } from "@/lib/domain/sheets/plans";

const rowsAtOnce = 500;

/** One sheet of people after the other, and none while somebody counts the administrators that are left. */
export async function lockPeople(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
}

/**
 * Makes and edits accounts as `createAccount` and `editAccount` do, many in a statement, each with its event; the ids of those
 * it made. Refuses when one was made or changed meanwhile (`sheet_changed`).
 */
export async function writePeople(
  tx: Transaction,
  actor: Actor,
  { made, changed }: PeoplePlan,
  now: Date,
  onRows: (done: number, of: number) => void,
): Promise<string[]> {
  const all = made.length + changed.length;
  // Of no password that anybody knows: until its start link is used an account opens to nothing.
  const passwordHash = await hashPassword(randomUUID());
  const ids: string[] = [];
  for (let done = 0; done < made.length; done += rowsAtOnce) {
    const part = made.slice(done, done + rowsAtOnce);
    ids.push(...(await insertPeople(tx, actor, part, passwordHash, now)));
    onRows(done + part.length, all);
  }
  for (let done = 0; done < changed.length; done += rowsAtOnce) {
    const part = changed.slice(done, done + rowsAtOnce);
    await updatePeople(tx, actor, part, now);
    onRows(made.length + done + part.length, all);
  }
  return ids;
}

async function insertPeople(
  tx: Transaction,
  actor: Actor,
  people: (SheetLine & NewPerson)[],
  passwordHash: string,
  now: Date,
): Promise<string[]> {
  const rows = people.map(({ username, name, unitId, role, post, email, phone }) => ({
    ...{ id: randomUUID(), username, displayName: name, role, departmentId: unitId },
    ...{ post, email, phone, passwordHash, isDemo: actor.isDemo, createdAt: now },
  }));
  const inserted = await tx
    .insert(users)
    .values(rows)
    .onConflictDoNothing({ target: users.username })
    .returning({ id: users.id });
  if (inserted.length < rows.length) throw new Refused(refuse("sheet_changed"));
  const events = people.map(({ username, name, unit, role, post }, i) => {
    const account = { id: rows[i]?.id ?? "", name, username };
    return { event: { type: "account.created", account, unit, role, post } as const };
  });
  await recordTogether(tx, actor, events, now);
  return rows.map(({ id }) => id);
}

async function updatePeople(
  tx: Transaction,
  actor: Actor,
  edited: (SheetLine & EditedPerson)[],
  now: Date,
) {
  const rows = edited.map(({ person: { id, version }, about }) => ({ id, version, ...about }));
  const updated = await tx.execute(sql`
    update ${users} set display_name = said.name, post = said.post, email = said.email, phone = said.phone,
      version = ${users.version} + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as said (id uuid, version integer, name text, post text, email text, phone text)
    where ${users.id} = said.id and ${users.version} = said.version and ${users.leftOn} is null
    returning ${users.id}`);
  if (updated.length < rows.length) throw new Refused(refuse("sheet_changed"));
  const events = edited.map(({ person: { id, username }, about, changes }) => {
    const account = { id, name: about.name, username };
    const changed = changes.map(({ column }) => (column === "person" ? "displayName" : column));
    return { event: { type: "account.edited", account, changed } as const };
  });
  await recordTogether(tx, actor, events, now);
}
