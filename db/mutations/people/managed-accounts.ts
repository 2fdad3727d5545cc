import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { accountsWithin } from "@/db/queries/people/branches";
import { unitById } from "@/db/queries/people/people";
import { departments, unitLiaisons, users } from "@/db/schema/people";
import type {
  CreateAccountInput,
  DisableAccountInput,
  EditAccountInput,
  EnableAccountInput,
  LiaisonInput,
} from "@/lib/domain/people/account-inputs";
import { dismissRefusal } from "@/lib/domain/people/account-rules";
import { isWithin, mayHold } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { insist, type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { unknownPassword } from "./passwords";
import { endSessionsOf } from "./sessions";

/**
 * Makes an account with the role that is wished for it: it waits for the security administrator's grant, and has no password
 * that anybody knows until its start link is used. Refuses a user name that is taken, and a unit that is none.
 */
export function createAccount(actor: Actor, input: CreateAccountInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(keeperRefusal(actor));
    const { username, name, unitId, role, post, email, phone } = input;
    const unit = await postUnit(tx, actor, unitId);
    const [created] = await tx
      .insert(users)
      .values({
        username,
        displayName: name,
        role,
        departmentId: unitId,
        post,
        email: email || null,
        phone: phone || null,
        passwordHash: await unknownPassword(),
        isDemo: actor.isDemo,
        createdAt: now,
      })
      .onConflictDoNothing({ target: users.username })
      .returning({ id: users.id });
    if (!created) throw new Refused(refuse("username_taken", { field: "username" }));
    const account = { id: created.id, name, username };
    const event = { type: "account.created", account, unit, role, post } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { userId: created.id };
  });
}

/**
 * The name of a unit that people can be of: one that there is in this person's branch, open, and no collective. Refuses
 * `unit_unknown` and `unit_closed`.
 */
export async function postUnit(tx: Transaction, actor: Actor, unitId: string): Promise<string> {
  const { name, kind, closedOn } = await unitNamed(tx, actor, unitId);
  const field = "unitId";
  if (kind === "collective") throw new Refused(refuse("unit_unknown", { field }));
  if (closedOn) throw new Refused(refuse("unit_closed", { field }));
  return name;
}

/** A unit of this person's branch, closed or not. Refuses `unit_unknown`. */
async function unitNamed(tx: Transaction, actor: Actor, unitId: string) {
  const unit = await unitById(tx, unitId);
  if (!unit || !isWithin(actor, unit.id))
    throw new Refused(refuse("unit_unknown", { field: "unitId" }));
  return unit;
}

/** `not_allowed` to who keeps no accounts. Whose accounts they are is asked with each. */
export function keeperRefusal(actor: Actor): Refusal | null {
  return mayHold(actor, "account.manage") ? null : refuse("not_allowed");
}

/** Changes name, post, mail and phone. The history says which, and keeps neither address nor number (PIPL §6). */
export function editAccount(actor: Actor, input: EditAccountInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const account = await lockAccount(tx, actor, input);
    if (account.leftOn) throw new Refused(refuse("account_left"));
    const after = {
      displayName: input.name,
      post: input.post,
      email: input.email || null,
      phone: input.phone || null,
    };
    const fields = Object.keys(after) as (keyof typeof after)[];
    const changed = fields.filter((field) => after[field] !== account[field]);
    if (changed.length === 0) return { userId: account.id };
    await updateAccount(tx, account, after);
    const event = { type: "account.edited", account: nameOf(account), changed } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { userId: account.id };
  });
}

/** 停用: the account signs in nowhere from now on, and whoever uses it is out. Refuses one's own and the last administrator's. */
export function disableAccount(actor: Actor, input: DisableAccountInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    const account = await lockAccount(tx, actor, input);
    insist(dismissRefusal(actor, account, await othersOf(tx, account)));
    if (account.disabledAt) throw new Refused(refuse("account_disabled"));
    await updateAccount(tx, account, { disabledAt: now });
    await endSessionsOf(tx, account.id, now);
    const { reason } = input;
    const event = { type: "account.disabled", account: nameOf(account), reason } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { userId: account.id };
  });
}

/** 启用: the account may be used again. That of somebody who had left waits for its role to be granted anew. */
export function enableAccount(actor: Actor, input: EnableAccountInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const account = await lockAccount(tx, actor, input);
    if (!account.disabledAt) throw new Refused(refuse("account_enabled"));
    await updateAccount(tx, account, {
      disabledAt: null,
      leftOn: null,
      ...(account.leftOn && { roleGrantedById: null }),
    });
    const event = { type: "account.enabled", account: nameOf(account) } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { userId: account.id };
  });
}

/** Makes somebody a unit's liaison (联络员), or no more; what is so already stays as it is. */
export function setLiaison(actor: Actor, input: LiaisonInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(keeperRefusal(actor));
    const { userId, unitId: departmentId, isLiaison } = input;
    const [account] = await lockAccounts(tx, actor, [userId]);
    if (!account) throw new Refused(refuse("not_found"));
    if (isLiaison && account.disabledAt) throw new Refused(refuse("account_disabled"));
    // Of a unit that was closed, somebody can be the liaison no more, and stop being it.
    const unit = isLiaison
      ? await postUnit(tx, actor, departmentId)
      : (await unitNamed(tx, actor, departmentId)).name;
    const pair = { departmentId, userId };
    const isTheirs = and(
      eq(unitLiaisons.departmentId, departmentId),
      eq(unitLiaisons.userId, userId),
    );
    const changed = isLiaison
      ? await tx.insert(unitLiaisons).values(pair).onConflictDoNothing().returning()
      : await tx.delete(unitLiaisons).where(isTheirs).returning();
    if (changed.length === 0) return { userId };
    const person = nameOf(account);
    const [before, after] = isLiaison ? [null, person] : [person, null];
    await recordEvent(tx, actor, { type: "liaison.changed", unit, before, after }, {}, now);
    return { userId };
  });
}

/** An account with its unit's name. */
export type LockedAccount = typeof users.$inferSelect & { unit: string };

/** An account as the page had it, locked. Refuses who keeps no accounts, one that is not there, and a stale page. */
export async function lockAccount(
  tx: Transaction,
  actor: Actor,
  { userId, version }: { userId: string; version: number },
): Promise<LockedAccount> {
  insist(keeperRefusal(actor));
  const [account] = await lockAccounts(tx, actor, [userId]);
  if (!account) throw new Refused(refuse("not_found"));
  if (account.version !== version) throw new Refused(refuse("account_changed"));
  return account;
}

/** These accounts, as far as they are there and of this person's branch, locked in the order of their ids. */
export async function lockAccounts(
  tx: Transaction,
  actor: Pick<Actor, "branchIds">,
  ids: string[],
): Promise<LockedAccount[]> {
  const rows = await tx
    .select({ account: users, unit: departments.name })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(inArray(users.id, ids), accountsWithin(actor)))
    .orderBy(asc(users.id))
    .for("no key update", { of: users });
  return rows.map(({ account, unit }) => ({ ...account, unit }));
}

/** Writes a locked account and moves its version on. */
export async function updateAccount(
  tx: Transaction,
  { id }: Pick<LockedAccount, "id">,
  changes: Partial<typeof users.$inferInsert>,
): Promise<void> {
  await tx
    .update(users)
    .set({ ...changes, version: sql`${users.version} + 1` })
    .where(eq(users.id, id));
}

/**
 * How many more enabled accounts hold the role of this one, have been granted it, and are bound to no branch where it is
 * bound to none. Whoever asks waits for whoever has asked: of two last administrators only one goes.
 */
export async function othersOf(
  tx: Transaction,
  { id, role, branchId }: { id: string; role: Role; branchId: string | null },
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
  const isOther = and(ne(users.id, id), eq(users.role, role), isNull(users.disabledAt));
  const reaches = branchId === null ? isNull(users.branchId) : undefined;
  return tx.$count(users, and(isOther, reaches, sql`${users.roleGrantedById} is not null`));
}

/** A person as the history names them. */
export function nameOf({ id, displayName, username }: LockedAccount) {
  return { id, name: displayName, username };
}
