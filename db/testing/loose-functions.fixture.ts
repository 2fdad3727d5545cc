import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Functions that may be lied to: without our fixed search_path, or that name one of our tables without its schema. All of
 * ours, whatever a trigger of ours calls, and whatever runs as its owner.
 */
export async function looseFunctions(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    with ours as (select oid from pg_namespace where nspname = 'public'),
      theirs as (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema'))
    select p.oid::regprocedure::text as name from pg_proc p
    where (p.pronamespace in (select oid from ours)
        or (p.prosecdef and p.pronamespace not in (select oid from theirs))
        or exists (select from pg_trigger g join pg_class c on c.oid = g.tgrelid
          where g.tgfoid = p.oid and not g.tgisinternal and c.relnamespace in (select oid from ours)))
      and (not coalesce('search_path=pg_catalog, public, pg_temp' = any (p.proconfig), false)
        or exists (select from pg_class c where c.relnamespace in (select oid from ours) and c.relkind = 'r'
          and p.prosrc ~* ('\\m(from|join|into|update)\\s+' || c.relname || '\\M')))
    order by 1`);
  return rows.map(({ name }) => name);
}
