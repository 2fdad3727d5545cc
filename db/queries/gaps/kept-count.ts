import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { gapKindsFor } from "@/lib/domain/gaps/gaps";
import type { Actor } from "@/lib/domain/people/roles";
import { countGaps } from "./gaps";

/** What was counted for those who are shown the same, and the snapshot of the database before that. */
const counted = new Map<string, { count: number; snapshot: string }>();

/**
 * `countGaps`, for every page of the workspace: counted again only where something has been recorded since it last was. Nothing
 * that a gap rests on changes without an event, which the database demands. One query, two where it counts.
 */
export async function gapCount(actor: Actor): Promise<number> {
  if (gapKindsFor(actor.role).length === 0) return 0;
  const key = JSON.stringify([actor.role, actor.branchIds]);
  const last = counted.get(key);
  const { snapshot, isSame } = await lookSince(last?.snapshot ?? null);
  if (last && isSame) return last.count;
  const count = await countGaps(actor);
  counted.set(key, { count, snapshot });
  return count;
}

/** The snapshot now, and whether no event has come that one did not see: by its transaction, events not being committed in order. */
async function lookSince(before: string | null) {
  const [row] = await database().execute<{ snapshot: string; isSame: boolean }>(sql`
    select pg_current_snapshot()::text as snapshot, not exists (select from ${auditEvents}
      where ${auditEvents.transactionId} >= pg_snapshot_xmin(${before}::text::pg_snapshot)
        and not pg_visible_in_snapshot(${auditEvents.transactionId}, ${before}::text::pg_snapshot)) as "isSame"`);
  if (!row) throw new Error("No snapshot");
  return row;
}
