import { and, asc, count, eq, ne, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { hasText, hasWords } from "@/db/queries/has-words";
import { departments, knownDevices, unitLiaisons, users } from "@/db/schema/people";
import { addDays, type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { pageAt } from "@/lib/domain/paging";
import {
  accountState,
  dormantDays,
  type ListedPerson,
  type ManagedPerson,
  type PeopleFilters,
} from "@/lib/domain/people/directory";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/** When somebody last signed in: a device is noted at each sign-in, and known for longer than an account may sleep. */
const lastSeenAt = sql`(select max(${knownDevices.seenAt}) from ${knownDevices} where ${knownDevices.userId} = ${users.id})`;

const columns = {
  id: users.id,
  personId: users.personId,
  name: users.displayName,
  username: users.username,
  role: users.role,
  post: users.post,
  unit: departments.name,
  leftOn: users.leftOn,
  disabledAt: users.disabledAt,
  roleGrantedById: users.roleGrantedById,
  createdAt: users.createdAt,
  lastSeenAt: lastSeenAt.mapWith(users.createdAt) as SQL<Date | null>,
};

/** Any select from users as it is listed. */
function toPerson<
  Row extends Omit<ListedPerson, "state" | "lastSeenOn"> & {
    leftOn: Day | null;
    disabledAt: Date | null;
    roleGrantedById: string | null;
    createdAt: Date;
    lastSeenAt: Date | null;
  },
>({ disabledAt, roleGrantedById, createdAt, lastSeenAt: seenAt, ...person }: Row, today: Day) {
  const lastSeenOn = seenAt && dayIn(seenAt);
  const facts = {
    leftOn: person.leftOn,
    isEnabled: disabledAt === null,
    isRoleGranted: roleGrantedById !== null,
    createdOn: dayIn(createdAt),
    lastSeenOn,
  };
  return { ...person, lastSeenOn, state: accountState(facts, today) };
}

/**
 * A page of the people whom a system administrator keeps, by unit and user name. Empty for anybody else. Two queries,
 * however many there are.
 */
export async function listPeople(
  actor: Actor,
  filters: PeopleFilters,
  asked: unknown,
  today: Day,
): Promise<{ people: ListedPerson[]; count: number; page: number; pages: number }> {
  if (!can(actor, "account.manage")) return { people: [], count: 0, page: 1, pages: 1 };
  const where = matching(filters, today);
  const [counted] = await database()
    .select({ count: count() })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(where);
  const found = counted?.count ?? 0;
  const { page, pages, limit, offset } = pageAt(found, asked);
  const rows = await database()
    .select(columns)
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(where)
    .orderBy(asc(departments.sortOrder), asc(users.username))
    .limit(limit)
    .offset(offset);
  return { people: rows.map((row) => toPerson(row, today)), count: found, page, pages };
}

/** `accountState` as SQL over users, for filters. A test holds the two together. */
function stateOn(today: Day) {
  const asleep = endOfDay(addDays(today, -dormantDays - 1)).toISOString();
  return sql<string>`case when ${users.leftOn} is not null then 'left' when ${users.disabledAt} is not null then 'disabled'
    when ${users.roleGrantedById} is null then 'awaits_role'
    when greatest(${users.createdAt}, ${lastSeenAt}) < ${asleep}::timestamptz then 'dormant' else 'active' end`;
}

function matching({ q, unit, role, state }: PeopleFilters, today: Day): SQL | undefined {
  return and(
    hasWords(sql`${users.displayName} || ' ' || ${users.username}`, q),
    unit ? hasText(sql`${departments.name}`, unit) : undefined,
    role ? eq(users.role, role) : undefined,
    state ? sql`${stateOn(today)} = ${state}` : undefined,
  );
}

/** One person as the system administrator keeps them; null when there is none, and for anybody else. */
export async function managedPerson(
  actor: Actor,
  id: string,
  today: Day,
): Promise<ManagedPerson | null> {
  if (!can(actor, "account.manage")) return null;
  const [row] = await database()
    .select({
      ...columns,
      departmentId: users.departmentId,
      email: sql<string>`coalesce(${users.email}, '')`,
      phone: sql<string>`coalesce(${users.phone}, '')`,
      version: users.version,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(eq(users.id, id));
  if (!row) return null;
  const liaisonOf = await database()
    .select({ id: departments.id, name: departments.name })
    .from(unitLiaisons)
    .innerJoin(departments, eq(departments.id, unitLiaisons.departmentId))
    .where(eq(unitLiaisons.userId, id))
    .orderBy(asc(departments.sortOrder));
  return { ...toPerson(row, today), liaisonOf };
}

/** Units that people can be of, in whose name or code the words stand: the first twenty, in official order. */
export function findPostUnits(
  actor: Actor,
  words: string,
): Promise<{ id: string; name: string }[]> {
  if (!can(actor, "account.manage")) return Promise.resolve([]);
  return database()
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(
      and(
        ne(departments.kind, "collective"),
        hasText(sql`${departments.name} || ' ' || ${departments.code}`, words),
      ),
    )
    .orderBy(sql`${departments.name} = ${words} desc`, asc(departments.sortOrder))
    .limit(20);
}
