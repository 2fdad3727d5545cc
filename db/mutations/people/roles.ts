import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { departments, sessions, signInAttempts, users } from "@/db/schema/people";
import {
  accountRefusal,
  type BindBranchInput,
  bindRefusal,
  type ChangeRoleInput,
  type GrantRoleInput,
  grantRefusal,
  type HeldAccount,
  isBoundable,
  type UnlockSignInInput,
} from "@/lib/domain/people/granting";
import { type Actor, isAdminRole, type Role } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { endElsewhere, endStartLinks, unknownPassword } from "./passwords";

/**
 * Grants the role that an account waits for (授权). The password of whoever becomes an administrator ends with it (see
 * `newPower`). Refuses what `grantRefusal` refuses.
 */
export function grantRole(actor: Actor, input: GrantRoleInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const held = await lockAccount(tx, input.userId);
    insist(grantRefusal(actor, held?.account));
    if (!held) throw new Refused(refuse("not_found"));
    const { id, role } = held.account;
    const power = await newPower(tx, held, role, now);
    await tx
      .update(users)
      .set({ roleGrantedById: actor.id, ...power })
      .where(eq(users.id, id));
    const { name: account, branch } = held;
    await recordEvent(tx, actor, { type: "role.granted", account, role, branch }, {}, now);
    return { role };
  });
}

/**
 * Gives an account another role, at once, also one that waits. A branch stays only where the new role can be bound to one.
 * The password of whoever becomes an administrator ends with it. Refuses what `grantRefusal` refuses.
 */
export function changeRole(actor: Actor, input: ChangeRoleInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    const held = await lockAccount(tx, input.userId);
    insist(grantRefusal(actor, held?.account, input.role));
    if (!held) throw new Refused(refuse("not_found"));
    const { role } = input;
    const { id, isGranted, role: formerRole } = held.account;
    const keeps = isBoundable(role);
    const power = await newPower(tx, held, role, now);
    await tx
      .update(users)
      .set({ role, roleGrantedById: actor.id, ...(!keeps && { branchId: null }), ...power })
      .where(eq(users.id, id));
    const { name: account } = held;
    const branch = keeps ? held.branch : null;
    const [before, after] = [{ role: formerRole }, { role }];
    await recordEvent(
      tx,
      actor,
      isGranted
        ? { type: "role.changed", account, before, after }
        : { type: "role.granted", account, role, branch },
      {},
      now,
    );
    return { role };
  });
}

/**
 * Whoever knew the way into an account before it was an administrator's, the system administrator who made it among them,
 * has none once it is: password, code and sessions end, and the next code is a security administrator's. The demo's
 * accounts keep the password that all of them share.
 */
async function newPower(tx: Transaction, held: Held, role: Role, now: Date) {
  if (!isAdminRole({ role }) || held.isDemo) return {};
  await endStartLinks(tx, held.account.id, now);
  await endElsewhere(tx, held.account.id, null, now);
  return { passwordHash: await unknownPassword(), mustChangePassword: false };
}

/** Binds an account to the branch of a unit, named by its name or code, or to none. Refuses what `bindRefusal` refuses. */
export function bindBranch(actor: Actor, input: BindBranchInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    const held = await lockAccount(tx, input.userId);
    const unit = input.unit === "" ? null : await unitNamed(tx, input.unit);
    if (unit === undefined) insist(accountRefusal(actor, "role.grant", held?.account));
    if (unit === undefined) throw new Refused(refuse("unit_unknown", { field: "unit" }));
    insist(bindRefusal(actor, held?.account, unit?.id ?? null));
    if (!held) throw new Refused(refuse("not_found"));
    const { id, isGranted } = held.account;
    // What waits is granted by an act of its own.
    const roleGrantedById = isGranted ? actor.id : null;
    const branchId = unit?.id ?? null;
    await tx.update(users).set({ branchId, roleGrantedById }).where(eq(users.id, id));
    const [before, after] = [{ branch: held.branch }, { branch: unit?.name ?? null }];
    const event = { type: "role.bound", account: held.name, before, after } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { branch: after.branch };
  });
}

/**
 * Forgets the failed sign-ins of an account, so that it may try again from anywhere, and ends its sessions: whoever is in
 * by a guessed password is out. Refuses one's own account and what is not there.
 */
export function unlockSignIn(actor: Actor, input: UnlockSignInInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const held = await lockAccount(tx, input.userId);
    insist(accountRefusal(actor, "sign_in.manage", held?.account));
    if (!held) throw new Refused(refuse("not_found"));
    const { username } = held.name;
    const key = signInAttempts.key;
    const isTheirs = (kind: string) => sql`starts_with(${key}, ${`${kind}:${username} `})`;
    await tx
      .delete(signInAttempts)
      .where(or(eq(key, `account:${username}`), isTheirs("pair"), isTheirs("device")));
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.userId, held.account.id), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    const count = ended.length;
    const event = { type: "sign_in.unlocked", account: held.name, count } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { count };
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

/** An account with its branch and the person's other roles, locked; undefined when there is none. */
async function lockAccount(tx: Transaction, id: string) {
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for("no key update");
  if (!row) return undefined;
  const { personId, role, departmentId, branchId } = row;
  const others = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.personId, personId), ne(users.id, id), isNull(users.disabledAt)));
  const [branch] = branchId
    ? await tx.select().from(departments).where(eq(departments.id, branchId))
    : [];
  const account: HeldAccount = {
    ...{ id, personId, role, departmentId, branchId },
    isEnabled: row.disabledAt === null,
    isGranted: row.roleGrantedById !== null,
    otherRoles: others.map((each) => each.role),
  };
  const name = { id, name: row.displayName, username: row.username };
  return { account, name, branch: branch?.name ?? null, isDemo: row.isDemo };
}

async function unitNamed(tx: Transaction, named: string) {
  const [unit] = await tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(or(eq(departments.name, named), eq(departments.code, named)));
  return unit;
}
