import { and, asc, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { withBranches } from "@/db/queries/people/branches";
import { isActiveAccount } from "@/db/queries/people/people";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { comments } from "@/db/schema/comments";
import { departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { pageAt } from "@/lib/domain/paging";
import type { Person } from "@/lib/domain/people/accounts";
import { can, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const person = {
  id: users.id,
  name: users.displayName,
  username: users.username,
  role: users.role,
  unit: departments.name,
};

/**
 * What was said about a task (交流), a page of it, the end of it first, each page oldest first; and how many in all. Empty for
 * whoever may not see the task; never asked by a public page.
 */
export async function taskComments(actor: Actor, code: string, asked?: unknown) {
  const isSeen = and(eq(tasks.code, code), visibleTo(actor));
  const count = await database().$count(
    sql`${comments} join ${tasks} on ${tasks.id} = ${comments.taskId}`,
    isSeen,
  );
  const { page, pages, limit, offset } = pageAt(count, asked, 30);
  const newestFirst = await database()
    .select({
      id: comments.id,
      body: comments.body,
      mentionedIds: comments.mentionedIds,
      postedAt: comments.postedAt,
      author: person,
    })
    .from(comments)
    .innerJoin(tasks, eq(tasks.id, comments.taskId))
    .innerJoin(users, eq(users.id, comments.authorId))
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(isSeen)
    .orderBy(desc(comments.sequence))
    .limit(limit)
    .offset(offset);
  const rows = newestFirst.reverse();
  const names = await namesOf(rows.flatMap(({ mentionedIds }) => mentionedIds));
  const said = rows.map(({ mentionedIds, ...row }) => ({
    ...row,
    mentioned: mentionedIds.flatMap((id) => names.get(id) ?? []),
  }));
  return { count, page, pages, comments: said };
}

async function namesOf(ids: string[]) {
  if (ids.length === 0) return new Map<string, { id: string; name: string; unit: string }>();
  const people = await database()
    .select({ id: users.id, name: users.displayName, unit: departments.name })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(inArray(users.id, ids));
  return new Map(people.map((each) => [each.id, each]));
}

/** Whom a comment on a task can mention: everybody else, enabled, who may see it and has a part in it. */
export async function mentionablePeople(
  reader: Reader,
  actor: Actor,
  subject: Subject,
): Promise<Person[]> {
  const { leadDepartmentId, cooperatingIds = [], parentLeadId, countersignIds = [] } = subject;
  const units = [leadDepartmentId, parentLeadId, ...cooperatingIds, ...countersignIds].filter(
    (id) => typeof id === "string",
  );
  const rows = await reader
    .select({ ...person, departmentId: users.departmentId, branchId: users.branchId })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(
      and(
        isActiveAccount,
        ne(users.id, actor.id),
        or(
          inArray(users.role, ["supervisor", "director", "system_admin"]),
          and(inArray(users.role, ["official", "head"]), inArray(users.departmentId, units)),
        ),
      ),
    )
    .orderBy(asc(departments.sortOrder), asc(users.role), asc(users.username));
  return (await withBranches(reader, rows))
    .filter((each) => can(each, "task.view", subject))
    .map(({ branchIds: _, departmentId: __, ...found }) => found);
}
