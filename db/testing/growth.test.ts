import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { postComment } from "@/db/mutations/comments";
import { cleanUp, deleteSpentBudgets } from "@/db/mutations/system/cleanup";
import { personBudgets } from "@/lib/domain/budgets";
import { retentionDays } from "@/lib/domain/system";
import { now, refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import { someone, takeOn } from "./test-world-scenarios.fixture";

// No table grows without an end: what each is held by stands here, and a new one needs its line.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

/** Laid out by the office itself: neither a citizen nor an official adds a row. */
const ofTheOffice = [
  ...["calendar_exceptions", "calendar_years", "department_names", "departments", "installation"],
  ...["context_indicators", "excluded_passages", "source_pages", "users"],
  // One row at most, or one for each kind, text, step or administrator.
  ...["mail_settings", "mail_trials", "retention_periods", "site_settings", "skipped_steps"],
  ...["notification_texts", "plan_defaults"],
];
/** What is kept for ever: only a person's presses write here, so many kilobytes a day (`personBudgets.change`). */
const ofPresses = [
  ...["audit_events", "chases", "comments", "contributors", "correction_requests", "corrections"],
  ...["delegations", "documents", "due_moves", "plan_versions", "plans", "registrations"],
  ...["follow_up_answers", "follow_up_checks", "instruction_handlings", "instructions"],
  ...["published_reports", "releases", "review_decisions", "revisions", "submissions"],
  // Of a document that somebody brought in, so many a day (`importLimits`); one that is given up goes after a time.
  ...["imports", "document_blocks", "import_candidates", "candidate_owners", "candidate_deadlines"],
  ...["candidate_targets", "import_mappings", "edition_decisions"],
  // One for each unit, light and day at most: what is public changes with presses.
  "kept_counts",
  ...["task_cooperators", "task_health", "task_versions", "tasks", "unit_liaisons", "withdrawals"],
];
/** What the clock writes, once for each person, task and obligation, or for each gap while it lasts. */
const ofTheClock = ["gap_notices", "escalations", "light_notices", "reminders"];
/**
 * What citizens write within a budget (`publicBudgets`), once for each letter that they are not satisfied, and twice at
 * most that its words are gone.
 */
const ofCitizens = ["letter_addresses", "letter_erasures", "letter_follow_ups", "letters"];
/** What is counted in bytes, and deleted when it was never sent. */
const ofFiles = ["evidence", "files"];
/** What goes after a time: `retentionDays`, 30 days for answers, the time of a budget, or a minute. */
const expiring = [
  ...["answered_requests", "citizen_mails", "known_devices", "mails", "notifications", "outbox"],
  ...["refused_sign_ins", "sessions", "sheet_uploads", "sign_in_attempts", "spent_points"],
  ...["start_links", "subscriptions"],
];
/** What goes with the transaction that wrote it, or with the worker's next run. */
const passing = ["stale_health"];
/** A few of each account: when a leader last looked, the passwords that are not taken again. */
const ofAccounts = ["look_marks", "password_history"];

test("every table is held by something", async () => {
  const rows = await db.owner.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const kept = [ofTheOffice, ofPresses, ofTheClock, ofCitizens, ofFiles, ofAccounts];
  const held = [...kept, expiring, passing].flat().sort();
  expect(rows.map(({ name }) => name)).toEqual(held);
});

const countOf = async (table: string) => {
  const counted = await db.owner.execute<{ rows: number }>(
    sql`select count(*)::int as rows from ${sql.identifier(table)}`,
  );
  return counted[0]?.rows ?? 0;
};

test("what is old goes, of every table that expires, and the reminders that told of it stay", async () => {
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into notifications (user_id, sentence, params, created_at)
      select id, 'x', '{}', ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into mails (user_id, address, subject, body, created_at)
      select id, 'a@example.cn', 'x', 'x', ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into reminders (user_id, task_id, obligation, rule, occurrence, notification_id, created_at)
      select user_id, (select id from tasks limit 1), 'x', 'x', 1, id, created_at from notifications limit 1`);
    await tx.execute(sql`insert into sessions (id, user_id, started_at, seen_at)
      select gen_random_uuid(), id, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into start_links (id, code_hash, user_id, issued_by_id, issued_at, expires_at)
      select gen_random_uuid(), id::text, id, id, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into sheet_uploads (id, kind, of, name, sha256, size, uploaded_by_id, uploaded_at)
      select gen_random_uuid(), 'units', '', 'x', 'x', 1, id, ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into known_devices (user_id, device_hash, seen_at)
      select id, 'x', ${now.toISOString()}::timestamptz from users limit 3`);
    await tx.execute(sql`insert into citizen_mails (address, subject, body, created_at)
      values ('a@example.cn', 'x', 'x', ${now.toISOString()}::timestamptz)`);
    await tx.execute(sql`insert into subscriptions (email, kind, target, locale, token, asked_at)
      values ('a@example.cn', 'task', 'AIR-10.1', 'zh-CN', 'x', ${now.toISOString()}::timestamptz)`);
    await tx.execute(sql`update spent_points set expire = now() - interval '1 second'`);
    await tx.execute(
      sql`insert into sign_in_attempts values ('x', 1, now() - interval '1 second')`,
    );
    await tx.execute(sql`update outbox set announced_at = created_at`);
    await tx.execute(sql`update answered_requests set answered_at = now() - interval '4000 days'`);
  });
  const reminders = await countOf("reminders");
  const tables = expiring.filter((table) => table !== "refused_sign_ins");
  for (const table of tables) expect([table, (await countOf(table)) > 0]).toEqual([table, true]);
  const years = (count: number) => new Date(now.getTime() + count * 365 * 86_400_000);
  await cleanUp(now, retentionDays);
  expect(await countOf("notifications")).toBeGreaterThan(0);
  await cleanUp(years(3), retentionDays);
  await deleteSpentBudgets();
  for (const table of tables) expect([table, await countOf(table)]).toEqual([table, 0]);
  expect(await countOf("reminders")).toBe(reminders);
});

describe("the answers to presses", () => {
  const answers = sql`select delete_old_answers()`;
  const insert = (days: number) =>
    db.owner.execute(sql`insert into answered_requests (actor_id, key, request_hash, answer, answered_at)
      select id, gen_random_uuid(), 'x', '{}', clock_timestamp() - make_interval(days => ${days})
        + make_interval(days => (select clock_shift_days from installation)) from users limit 1`);

  test("are kept for 30 days, and the app's role cannot shorten that", async () => {
    await db.owner.execute(answers);
    await insert(29);
    await insert(31);
    await database().execute(answers);
    expect(await countOf("answered_requests")).toBe(1);
    const deleted = sql`delete from answered_requests`;
    await expect(database().execute(deleted)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(db.owner.execute(deleted)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("what a person writes in a day", () => {
  const codeOf = async (promise: Promise<unknown>) =>
    ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

  test("ends, is refused in words, leaves nothing behind, and is nobody else's", async () => {
    const world = await makeWorld(1);
    await takeOn(world);
    const [official, other] = [someone(world, "official"), someone(world, "official", "lead", 1)];
    const say = (who: typeof official, body = "收到。") =>
      postComment(who, { key: randomUUID(), code: world.code, body, mentionedIds: [] }, now);
    await db.owner.execute(sql`insert into spent_points
      values (${`change:${official.id}`}, ${personBudgets.change.points - 8}, now() + interval '1 hour')
      on conflict (key) do update set points = excluded.points`);
    expect(await codeOf(say(official, "长".repeat(1000)))).toBe("done");
    const before = await Promise.all(["comments", "audit_events", "outbox"].map(countOf));
    for (let i = 0; i < 5; i++)
      expect(await codeOf(say(official, "长".repeat(1000)))).toBe(
        i === 0 ? "done" : "changes_too_many",
      );
    const after = await Promise.all(["comments", "audit_events"].map(countOf));
    expect(after).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1]);
    expect(await codeOf(say(other))).toBe("done");
  });
});
