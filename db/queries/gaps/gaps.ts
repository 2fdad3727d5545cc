import { type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import {
  type Gap,
  type GapFilters,
  type GapKind,
  gapKindsFor,
  kindsWithoutTask,
} from "@/lib/domain/gaps/gaps";
import type { Wait } from "@/lib/domain/gaps/takers";
import { pageAt } from "@/lib/domain/paging";
import { isWithin, type Who } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { type TaskStatus, taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";
import { withGaps } from "./found";

/** A gap with the unit whose branch it is in, null where it is everybody's. */
export type FoundGap = Gap & { ofId: string | null };

const pageSize = 50;

/** What to look for: gaps that `where` (over `gaps`) lets through, and only what waits for the tasks that `isAbout` (over `t`) does. */
type Look = { where?: SQL; isAbout?: SQL };

const anyOf = (words: readonly string[], type: SQL) =>
  sql`any (array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::${type}[])`;

/** The gaps that this person is shown: of the kinds of their role, of their branch only. */
function shownTo({ role, branchIds }: Who): Required<Look> {
  const kinds = gapKindsFor(role);
  const ofRole = sql`gaps.kind = ${anyOf(kinds, sql`text`)}`;
  return {
    where:
      branchIds === null ? ofRole : sql`${ofRole} and gaps.of_id = ${anyOf(branchIds, sql`uuid`)}`,
    isAbout: kinds.every(isWithoutTask) ? sql`false` : sql`true`,
  };
}
const isWithoutTask = (kind: GapKind) => (kindsWithoutTask as readonly GapKind[]).includes(kind);

/** The same asked of one gap, for who is told of it. */
export function isShownTo(who: Who, { kind, ofId }: Pick<FoundGap, "kind" | "ofId">): boolean {
  return gapKindsFor(who.role).includes(kind) && isWithin(who, ofId);
}

/** How many gaps there are for this person: what the list has. One query; none for whoever is shown none. */
export async function countGaps(actor: Actor): Promise<number> {
  return gapKindsFor(actor.role).length === 0 ? 0 : count(database(), shownTo(actor));
}

async function count(reader: Reader, { where, isAbout }: Required<Look>): Promise<number> {
  const rows = await reader.execute<{ count: number }>(
    sql`${withGaps(isAbout)} select count(*)::int as count from gaps where ${where}`,
  );
  return rows[0]?.count ?? 0;
}

/** 待完善: a page of the gaps that this person is shown, by kind, and how many of all there are. Two queries. */
export async function listGaps(actor: Actor, { kind }: GapFilters, asked: unknown) {
  const shown = shownTo(actor);
  const where = kind ? sql`${shown.where} and gaps.kind = ${kind}` : shown.where;
  const look = { ...shown, where };
  const total = await count(database(), look);
  const { page, pages, offset, limit } = pageAt(total, asked, pageSize);
  const gaps = await findGaps(database(), { ...look, part: sql`limit ${limit} offset ${offset}` });
  return { total, page, pages, gaps };
}

type AboutTask = {
  code: string;
  leadId: string | null;
  countersignIds: readonly string[];
  planSlug: string;
  status: TaskStatus;
};

/**
 * What of a task nobody can do now: what its lead unit, those that countersign, its plan and the office lack while the task is
 * open, and what of it waits. `readable` are the submissions that the reader sees.
 */
export async function gapsOnTask(
  task: AboutTask,
  readable: ReadonlySet<string>,
): Promise<FoundGap[]> {
  const ofWhatWaits = sql`gaps.kind in ('step_without_reviewer', 'release_without_checker', 'completion_without_verifier')`;
  const found = await findGaps(database(), {
    where: sql`((${whileOpen(task, task.leadId)}) or (${ofWhatWaits}))`,
    isAbout: sql`t.code = ${task.code}`,
  });
  return found.filter(
    ({ kind, task, subject }) =>
      task === null || kind === "completion_without_verifier" || readable.has(subject),
  );
}

/** What a unit that is about to write for a task lacks, and so do those who would decide on it: said before it is written. */
export function gapsBefore(task: AboutTask, writerId: string): Promise<FoundGap[]> {
  return findGaps(database(), { where: whileOpen(task, writerId), isAbout: sql`false` });
}

/** What holds everything of an open task up, as SQL over `gaps`: of this unit, of those that countersign, of plan and office. */
function whileOpen({ countersignIds, planSlug, status }: AboutTask, unitId: string | null): SQL {
  if (!(taskStatusesWithObligations as readonly TaskStatus[]).includes(status)) return sql`false`;
  const units = [unitId, ...countersignIds].filter((id) => id !== null);
  return sql`gaps.task_id is null and (gaps.unit_id = ${anyOf(units, sql`uuid`)}
    or gaps.plan_id = (select id from plans where slug = ${planSlug})
    or (gaps.kind = 'role_without_account' and gaps.role = 'supervisor'))`;
}

/** Why nobody can decide on a submission at this step or a later one, or make its release check; null while somebody can. */
export async function gapOfSubmission(reader: Reader, id: string): Promise<FoundGap | null> {
  const [gap] = await findGaps(reader, {
    where: sql`gaps.submission_id = ${id}`,
    isAbout: sql`t.id = (select task_id from submissions where id = ${id})`,
  });
  return gap ?? null;
}

type Row = {
  key: string;
  kind: GapKind;
  subject: string;
  wait: Wait | null;
  role: Role | null;
  unit: string | null;
  code: string | null;
  title: string | null;
  plan: string | null;
  ofId: string | null;
};

/** The gaps of a look, or a part of them, by kind and then by unit and task. */
export async function findGaps(
  reader: Reader,
  { where = sql`true`, isAbout, part = sql`` }: Look & { part?: SQL } = {},
): Promise<FoundGap[]> {
  const rows = await reader.execute<Row>(sql`${withGaps(isAbout)}
    select gaps.key, gaps.kind, gaps.subject, gaps.wait, gaps.role, d.name as unit, t.code, t.title,
      p.title as plan, gaps.of_id as "ofId"
    from gaps
    left join departments d on d.id = gaps.unit_id
    left join tasks t on t.id = gaps.task_id
    left join plans p on p.id = gaps.plan_id
    where ${where}
    order by gaps.place, d.sort_order, p.sort_order, length(t.code), t.code, gaps.key ${part}`);
  return [...rows].map(({ code, title, ...row }) => ({
    ...row,
    task: code !== null && title !== null ? { code, title } : null,
  }));
}

/**
 * The gaps that something done to one task can make or mend: those of units, roles and plans, and of the steps and checks of that
 * task.
 */
export function perhapsAbout(code: string): Look {
  const isAbout = sql`t.code = ${code}`;
  const ofUnits = sql`gaps.kind = ${anyOf(kindsWithoutTask, sql`text`)}`;
  return { where: sql`(${ofUnits} or gaps.task_id is not null)`, isAbout };
}

/** The keys of the gaps of a look. */
export async function gapKeys(
  reader: Reader,
  { where = sql`true`, isAbout }: Look = {},
): Promise<Set<string>> {
  const rows = await reader.execute<{ key: string }>(
    sql`${withGaps(isAbout)} select key from gaps where ${where}`,
  );
  return new Set([...rows].map(({ key }) => key));
}
