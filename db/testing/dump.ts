import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { connect, type Database } from "@/db/client";

// A dump is what a release left in a database: its migrations as they were then, and every row. Upgrades are tested from
// it, whatever becomes of the migrations' files. PostgreSQL's own pg_dump does not come with the embedded server.

/** The migrations of a release in their order, by the name drizzle keeps them under. */
type Migration = { tag: string; when: number; text: string };
type Dump = {
  version: string;
  migrations: Migration[];
  /** SHA-256 of the history's bytes, oldest first: an upgrade must not touch one of them. */
  historyHash: string;
  tables: Record<string, Record<string, unknown>[]>;
};

const folder = new URL("../migrations/", import.meta.url);
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), "utf8");

/** Reads everything of ours in the database of `ownerUrl`; jobs that wait are left out. */
export async function dumpDatabase(ownerUrl: string, version: string): Promise<Dump> {
  const { db, close } = connect(ownerUrl, 1);
  try {
    const { entries } = JSON.parse(read("meta/_journal.json")) as { entries: Migration[] };
    const tables: Dump["tables"] = {};
    for (const name of await tableNames(db)) tables[name] = await rowsOf(db, name);
    return {
      version,
      migrations: entries.map(({ tag, when }) => ({ tag, when, text: read(`${tag}.sql`) })),
      historyHash: await hashHistory(db),
      tables,
    };
  } finally {
    await close();
  }
}

/** Lays a dump out in the empty database of `ownerUrl`, as its release left it. Only a superuser can: triggers are off. */
export async function restoreDump(ownerUrl: string, dump: Dump): Promise<void> {
  const { db, close } = connect(ownerUrl, 1);
  try {
    for (const { text } of dump.migrations)
      for (const statement of text.split("--> statement-breakpoint"))
        await db.execute(sql.raw(statement));
    await db.execute(sql`set session_replication_role = replica`);
    for (const [name, rows] of Object.entries(dump.tables)) {
      const table = sql.identifier(name);
      await db.execute(sql`delete from ${table}`);
      await db.execute(
        sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::text::jsonb)`,
      );
    }
    const places = Object.values(dump.tables).flatMap((rows) =>
      rows.map(({ sequence }) => Number(sequence ?? 0)),
    );
    const last = places.reduce((highest, place) => Math.max(highest, place), 0);
    // What comes next is recorded after all of it.
    if (last > 0) await db.execute(sql`select setval('public.record_sequence', ${last})`);
    await noteMigrations(db, dump.migrations);
  } finally {
    await close();
  }
}

/** The SHA-256 of the whole history's bytes, oldest first. */
export async function hashHistory(db: Database): Promise<string> {
  const rows = await db.execute<{ entry: string }>(
    sql`select encode(entry, 'hex') as entry from audit_events order by recorded_at, id`,
  );
  return createHash("sha256")
    .update(rows.map(({ entry }) => entry).join("\n"))
    .digest("hex");
}

/** What is counted when the memory of how tasks stand is written is left out, and that memory comes after all that it asks. */
async function tableNames(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'kept_counts'
      order by table_name = 'task_health', 1`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf(db: Database, name: string) {
  const rows = await db.execute<{ row: Record<string, unknown> }>(
    sql`select to_jsonb(t) as row from ${sql.identifier(name)} as t order by to_jsonb(t)::text`,
  );
  return rows.map(({ row }) => row);
}

/** Drizzle's own notes of what has run: the next migration goes on from the last of these. */
async function noteMigrations(db: Database, migrations: readonly Migration[]): Promise<void> {
  await db.execute(sql`create schema drizzle`);
  await db.execute(
    sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
  for (const { text, when } of migrations) {
    const hash = createHash("sha256").update(text).digest("hex");
    await db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`,
    );
  }
}
