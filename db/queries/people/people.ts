import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { departments, knownDevices, sessions, users } from "@/db/schema/people";
import type { OwnSession } from "@/lib/domain/people/accounts";
import type { Actor } from "@/lib/domain/people/roles";
import { withBranches } from "./branches";

const person = {
  id: users.id,
  personId: users.personId,
  username: users.username,
  name: users.displayName,
  role: users.role,
  departmentId: users.departmentId,
  departmentName: departments.name,
  branchId: users.branchId,
  isDemo: users.isDemo,
};

/** Accounts that somebody may work with, as SQL over users: neither disabled nor waiting for their role. */
export const isActiveAccount = and(isNull(users.disabledAt), isNotNull(users.roleGrantedById));

/** The enabled demo accounts, for the sign-in page in demo mode. */
export function demoAccounts() {
  return database()
    .select(person)
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(eq(users.isDemo, true), isActiveAccount))
    .orderBy(asc(departments.sortOrder), asc(users.username));
}

/** The people whose accounts these are, each once: four eyes count the person. */
export async function personsOf(reader: Reader, accountIds: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ personId: users.personId })
    .from(users)
    .where(inArray(users.id, [...accountIds]));
  return rows.map(({ personId }) => personId);
}

/** A unit by id; undefined when there is none. */
export async function unitById(reader: Reader, id: string) {
  const [unit] = await reader.select().from(departments).where(eq(departments.id, id));
  return unit;
}

/** A unit's present name, for the history to copy. Throws for an id that is not there. */
export async function unitName(reader: Reader, id: string): Promise<string> {
  const unit = await unitById(reader, id);
  if (!unit) throw new Error(`No unit ${id}`);
  return unit.name;
}

/** An active account with its password hash, to check a sign-in; undefined when there is none. */
export async function accountByUsername(username: string) {
  const found = await database()
    .select({
      ...person,
      passwordHash: users.passwordHash,
      mustChangePassword: users.mustChangePassword,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(eq(users.username, username), isActiveAccount));
  const [account] = await withBranches(database(), found);
  return account;
}

/** Whether an account has signed in before on the device of this hash; false for a name that there is not. */
export async function knowsDevice(username: string, deviceHash: string): Promise<boolean> {
  const known = await database()
    .select({ userId: knownDevices.userId })
    .from(knownDevices)
    .innerJoin(users, eq(users.id, knownDevices.userId))
    .where(and(eq(users.username, username), eq(knownDevices.deviceHash, deviceHash)));
  return known.length > 0;
}

/** Whose session this is, with its times; undefined once the session has ended or the account is not active. */
export async function findSession(id: string) {
  const [session] = await database()
    .select({
      person,
      mustChangePassword: users.mustChangePassword,
      startedAt: sessions.startedAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt), isActiveAccount));
  if (!session) return undefined;
  const [bound] = await withBranches(database(), [session.person]);
  return bound && { ...session, person: bound };
}

/** So many of one's own sessions are shown, the last used first. */
const shownSessions = 20;

/** The sessions of one's own account that are open and were used since `usedSince`, the last used first; no more than are read. */
export function ownSessions(actor: Actor, usedSince: Date): Promise<OwnSession[]> {
  const { id, startedAt, seenAt, address, device } = sessions;
  return database()
    .select({ id, startedAt, seenAt, address, device })
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), isNull(sessions.endedAt), gt(seenAt, usedSince)))
    .orderBy(desc(seenAt))
    .limit(shownSessions);
}

/** What a person may see of their own account beyond their name, role and unit. */
export async function ownAccount(actor: Actor) {
  const [account] = await database()
    .select({
      username: users.username,
      email: users.email,
      unmailed: users.unmailed,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(users)
    .where(eq(users.id, actor.id));
  return {
    username: account?.username ?? "",
    email: account?.email ?? "",
    unmailed: account?.unmailed ?? [],
    passwordChangedAt: account?.passwordChangedAt ?? null,
  };
}
