import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { asc, eq, sql } from "drizzle-orm";
import { connect, type Database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { departments } from "@/db/schema/people";
import { submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import { replayHistory } from "./replay.fixture";

// A program for scripts/attack: what has become of the writes that a site was asked for while it was being killed, named in
// a file as [{key, text, isAcknowledged}]. Prints one line of JSON, in which everything tells of what must not be.

type Write = { key: string; text: string; isAcknowledged: boolean };

async function checkWrites(db: Database, writes: Write[]) {
  const { answered, counts } = await readWrites(db);
  const found = writes.map((write) => ({
    ...write,
    times: counts.get(write.text) ?? 0,
    isAnswered: answered.has(write.key),
  }));
  return {
    lost: found.filter(({ isAcknowledged, times }) => isAcknowledged && times === 0).length,
    doubled: found.filter(({ times }) => times > 1).length,
    halfApplied: found.filter(({ times, isAnswered }) => times > 0 !== isAnswered).length,
    withoutEvent: await countWithoutEvent(db),
    untold: await countUntold(db),
    wrongHistories: await listWrongHistories(db),
  };
}

async function readWrites(db: Database) {
  const keys = await db.execute<{ key: string }>(sql`select key from answered_requests`);
  const texts = await db.execute<{ text: string; times: number }>(sql`
    select text, count(*)::int as times
    from (select body as text from comments union all select message from chases) as written group by text`);
  return {
    answered: new Set(keys.map(({ key }) => key)),
    counts: new Map(texts.map(({ text, times }) => [text, times])),
  };
}

/** By how much the comments and chases that there are differ from those that the history tells of. */
async function countWithoutEvent(db: Database): Promise<number> {
  const [row] = await db.execute<{ apart: number }>(sql`
    select (abs((select count(*) from comments) - (select count(*) from audit_events where type = 'comment.posted'))
      + abs((select count(*) from chases) - (select count(*) from audit_events where type = 'chase.sent')))::int as apart`);
  return row?.apart ?? 0;
}

/** Chases that nobody is told of, and notifications that somebody has twice. */
async function countUntold(db: Database): Promise<number> {
  const rows = await db.execute(sql`
    select id::text from audit_events where type = 'chase.sent' and not exists (select 1 from outbox where event_id = audit_events.id)
    union all
    select outbox_id::text from notifications where outbox_id is not null group by outbox_id, user_id having count(*) > 1`);
  return rows.length;
}

/** Tasks whose history alone does not give what the tables say; some of the seed are, that nobody ever assigned. */
async function listWrongHistories(db: Database): Promise<string[]> {
  const [found, written, cooperating, events] = await Promise.all([
    db
      .select({ task: tasks, lead: departments.name })
      .from(tasks)
      .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId)),
    db.select().from(submissions),
    db
      .select({ taskId: taskCooperators.taskId, name: departments.name })
      .from(taskCooperators)
      .innerJoin(departments, eq(departments.id, taskCooperators.departmentId))
      .orderBy(asc(taskCooperators.sortOrder)),
    db.select().from(auditEvents).orderBy(asc(auditEvents.recordedAt)),
  ]);
  const wrong = found.filter(({ task, lead }) => {
    const own = <Row extends { taskId: string | null }>(rows: Row[]) =>
      rows.filter(({ taskId }) => taskId === task.id);
    const entries = own(events).map(
      ({ entry }) => JSON.parse(new TextDecoder().decode(entry)) as AuditEntry,
    );
    const { status, dueOn, scope } = task;
    return !isDeepStrictEqual(replayHistory(task.code, entries), {
      ...{ status, lead, dueOn, scope, isStruckOff: task.struckOffOn !== null },
      cooperating: own(cooperating).map(({ name }) => name),
      submissions: Object.fromEntries(own(written).map((each) => [each.id, each.status])),
    });
  });
  return wrong.map(({ task }) => task.code);
}

const [file = ""] = process.argv.slice(2);
const { db, close } = connect(process.env.OWNER_DATABASE_URL ?? "", 4);
console.log(JSON.stringify(await checkWrites(db, JSON.parse(readFileSync(file, "utf8")))));
await close();
