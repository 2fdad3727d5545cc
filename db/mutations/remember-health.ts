import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { database, type Reader, type Transaction } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { factsNow } from "@/db/queries/tasks/health-facts";
import { staleHealth, taskHealth } from "@/db/schema/task-health";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import { type HealthSpan, healthSpans, joinSpans } from "@/lib/domain/public/health-spans";
import { bulkInsert } from "./bulk-insert";
import { queueHealth } from "./job-queue";

type Span = HealthSpan & { taskId: string };

/** A change of more trees than this leaves to the worker those that are remembered already: new tasks are in every list at once. */
const treesAtOnce = 20;

const isOwn = sql`${staleHealth.transactionId} = pg_current_xact_id()`;

/**
 * Makes the memory of what this transaction has changed anew, before it commits, with that of all above and below it. It comes after
 * everything that locks a row: whole trees are locked, in one order. `now` is the app's clock.
 */
export async function rememberChanged(tx: Transaction, now: Date): Promise<void> {
  const found = await rootsOf(tx, sql`select task_id from ${staleHealth} where ${isOwn}`);
  const roots = found.flatMap((root) => root ?? []);
  const isLeft = found.length > treesAtOnce || found.length > roots.length;
  if (roots.length > 0 && !isLeft) await tx.delete(staleHealth).where(isOwn);
  await rememberTrees(tx, isLeft ? await withNewTasks(tx) : roots, dayIn(now));
  // What this makes public counts now and not at the very end: whoever has a job that is everybody's waits for nobody.
  await tx.execute(
    sql`set constraints plans_published_health_moved, registrations_published_health_moved immediate`,
  );
  if (isLeft) await queueHealth(tx);
}

/** The roots of those trees that this transaction has brought tasks to. */
async function withNewTasks(tx: Transaction): Promise<string[]> {
  const roots = await rootsOf(
    tx,
    sql`select task_id from ${staleHealth} where ${isOwn} and task_id is not null
      and not exists (select from ${taskHealth} where ${taskHealth.taskId} = ${staleHealth.taskId})`,
  );
  return roots.flatMap((root) => root ?? []);
}

/** The roots of the trees of these tasks, given as a select of their ids; null stays null, which is for all there are. */
async function rootsOf(reader: Reader, taskIds: SQL): Promise<(string | null)[]> {
  const rows = await reader.execute<{ id: string | null }>(sql`
    with recursive up (id) as (
      ${taskIds}
      union select t.parent_id from tasks t join up on up.id = t.id where t.parent_id is not null
    )
    select distinct up.id from up left join tasks t on t.id = up.id where up.id is null or t.parent_id is null`);
  return [...rows].map(({ id }) => id);
}

/**
 * Makes the memory of everything that is stale anew, some trees in a transaction: cut off, it goes on where it was. Tells how many
 * spans were not as the rule has them.
 */
export async function rememberStale(now: Date, db = database()): Promise<number> {
  await db.transaction(spreadToAll);
  let written = 0;
  for (;;) {
    const done = await db.transaction((tx) => rememberSome(tx, now));
    if (done === null) break;
    written += done;
  }
  // Pages that were made since the change had the memory from before it.
  if (written > 0) await db.execute(tellAll);
  return written;
}

const tellAll = sql`select pg_notify('public_changed', 'all')`;

/**
 * Holds the whole memory against the rule, mends what is not as the rule has it and tells how many spans and kept counts were
 * not: none, unless something was written past the triggers.
 */
export async function checkHealth(now: Date): Promise<number> {
  await database().insert(staleHealth).values({ taskId: null });
  const spans = await rememberStale(now);
  const [row] = await database().execute<{ counts: number }>(sql`select recount() as counts`);
  const counts = row?.counts ?? 0;
  if (counts > 0) await database().execute(tellAll);
  return spans + counts;
}

/** One row for all becomes one for each tree. */
async function spreadToAll(tx: Transaction): Promise<void> {
  const forAll = await tx.delete(staleHealth).where(isNull(staleHealth.taskId)).returning();
  if (forAll.length === 0) return;
  await tx.execute(
    sql`insert into ${staleHealth} (task_id) select id from tasks where parent_id is null`,
  );
}

async function rememberSome(tx: Transaction, now: Date): Promise<number | null> {
  const some = await tx
    .delete(staleHealth)
    .where(
      inArray(
        staleHealth.id,
        tx
          .select({ id: staleHealth.id })
          .from(staleHealth)
          // One for all that came meanwhile waits for the next run, which spreads it.
          .where(isNotNull(staleHealth.taskId))
          .orderBy(staleHealth.id)
          .limit(50)
          .for("update", { skipLocked: true }),
      ),
    )
    .returning({ taskId: staleHealth.taskId });
  const ids = [...new Set(some.flatMap(({ taskId }) => taskId ?? []))];
  if (some.length === 0) return null;
  const named = sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`;
  const roots = await rootsOf(tx, named);
  return rememberTrees(
    tx,
    roots.flatMap((root) => root ?? []),
    dayIn(now),
  );
}

/** Writes what the rule says of these trees from `today` on, and tells how many spans were not so. */
async function rememberTrees(tx: Transaction, roots: readonly string[], today: Day) {
  if (roots.length === 0) return 0;
  // Two changes in one tree do not pass each other; who comes second sees what the first has done.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('health:' || root, 0))
    from jsonb_array_elements_text(${JSON.stringify(roots.toSorted())}::text::jsonb) as each (root)`);
  const [facts, calendar] = [await factsNow(tx, roots), await loadCalendar(tx)];
  const idOf = new Map(facts.map(({ code, id }) => [code, id]));
  const ids = [...idOf.values()];
  const known = await tx
    .select()
    .from(taskHealth)
    .where(
      and(
        inArray(taskHealth.taskId, ids),
        or(isNull(taskHealth.until), gt(taskHealth.until, today)),
      ),
    )
    .orderBy(taskHealth.from);
  const before = groupBy(known, ({ taskId }) => taskId);
  const wanted = [...healthSpans(facts, calendar, today)].flatMap(([code, spans]) => {
    const taskId = idOf.get(code) ?? "";
    const joined = joinSpans(before.get(taskId) ?? [], spans);
    return joined.map((span): Span => ({ ...span, taskId }));
  });
  return writeSpans(tx, known, wanted, today);
}

async function writeSpans(
  tx: Transaction,
  known: readonly Span[],
  wanted: readonly Span[],
  today: Day,
): Promise<number> {
  const isIn = (spans: readonly Span[]) => {
    const keys = new Set(spans.map(keyOf));
    return (span: Span) => keys.has(keyOf(span));
  };
  const [isWanted, isKnown] = [isIn(wanted), isIn(known)];
  const gone = known.filter((span) => !isWanted(span));
  const made = wanted.filter((span) => !isKnown(span));
  const ended = made.filter(({ from }) => from < today);
  const outdated = gone.filter(({ from }) => from >= today).map(({ taskId }) => taskId);
  if (outdated.length > 0)
    await tx
      .delete(taskHealth)
      .where(and(inArray(taskHealth.taskId, outdated), gte(taskHealth.from, today)));
  for (const { taskId, from, until } of ended)
    await tx
      .update(taskHealth)
      .set({ until })
      .where(
        and(eq(taskHealth.taskId, taskId), eq(taskHealth.from, from), lt(taskHealth.from, today)),
      );
  const isOutdated = new Set(outdated);
  const fresh = wanted.filter(
    (span) => span.from >= today && (isOutdated.has(span.taskId) || !isKnown(span)),
  );
  await bulkInsert(tx, taskHealth, fresh);
  return gone.length + made.length;
}

const keyOf = ({ taskId, from, until, ...kept }: Span) =>
  [
    ...[taskId, from, until, kept.light, kept.percent, kept.isOwed, kept.publicLight],
    ...[kept.publicPercent, kept.publicIsOverdue, kept.publicUpdatedOn],
    ...[kept.leadId, kept.cooperatingIds, kept.dueOn],
  ].join();
