import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { hasWords } from "@/db/queries/has-words";
import { departments, sessions, signInAttempts, users } from "@/db/schema/people";
import type { AccountState } from "@/lib/domain/people/accounts";
import { can } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";

const branches = alias(departments, "branches");
const state = sql<AccountState>`case when ${users.disabledAt} is not null then 'disabled'
  when ${users.roleGrantedById} is null then 'waiting' else 'active' end`;
const columns = {
  id: users.id,
  username: users.username,
  name: users.displayName,
  role: users.role,
  unit: departments.name,
  branch: branches.name,
  state,
};

type Choice = { words: string; role?: Role; state?: AccountState };

/**
 * Accounts in whose name, user name or unit every word stands, those that wait for their role first, then by unit; a
 * page of them, with how many there are. For a security administrator, of their branch; empty for others.
 */
export async function listRights(
  actor: Actor,
  choice: Choice,
  { limit, offset }: { limit: number; offset: number },
) {
  const where = and(ofBranch(actor), chosen(choice));
  const [rows, [total]] = await Promise.all([
    selectAccounts(where)
      .orderBy(
        sql`${state} <> 'waiting'`,
        asc(departments.sortOrder),
        asc(users.role),
        asc(users.username),
      )
      .limit(limit)
      .offset(offset),
    database()
      .select({ count: count() })
      .from(users)
      .innerJoin(departments, eq(departments.id, users.departmentId))
      .where(where),
  ]);
  return { accounts: rows, count: total?.count ?? 0 };
}

/**
 * One account with its person's other posts, its open sessions and its failed sign-ins that still count; null when it is
 * not there or not of this person's branch.
 */
export async function accountRights(actor: Actor, username: string, now: Date) {
  const [account] = await selectAccounts(and(ofBranch(actor), eq(users.username, username)));
  if (!account) return null;
  const person = database()
    .select({ id: users.personId })
    .from(users)
    .where(eq(users.id, account.id));
  const [posts, open, [failed]] = await Promise.all([
    selectAccounts(and(inArray(users.personId, person), ne(users.id, account.id))),
    database().$count(sessions, and(eq(sessions.userId, account.id), isNull(sessions.endedAt))),
    database()
      .select({ points: signInAttempts.points })
      .from(signInAttempts)
      .where(and(eq(signInAttempts.key, `account:${username}`), gt(signInAttempts.expire, now))),
  ]);
  return { ...account, posts, sessions: open, failures: failed?.points ?? 0 };
}

function selectAccounts(where?: SQL) {
  return database()
    .select(columns)
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .leftJoin(branches, eq(branches.id, users.branchId))
    .where(where)
    .$dynamic();
}

function ofBranch(actor: Actor): SQL | undefined {
  if (!can(actor, "role.grant")) return sql`false`;
  return actor.branchIds ? inArray(users.departmentId, [...actor.branchIds]) : undefined;
}

function chosen({ words, role, state: wanted }: Choice): SQL | undefined {
  const searched = sql`${users.displayName} || ' ' || ${users.username} || ' ' || ${departments.name}`;
  const byState = {
    waiting: and(isNull(users.disabledAt), isNull(users.roleGrantedById)),
    active: and(isNull(users.disabledAt), isNotNull(users.roleGrantedById)),
    disabled: isNotNull(users.disabledAt),
  };
  return and(hasWords(searched, words), role && eq(users.role, role), wanted && byState[wanted]);
}
