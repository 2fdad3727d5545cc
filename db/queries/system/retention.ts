import { database } from "@/db/client";
import { retentionPeriods } from "@/db/schema/site";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import {
  type Retention,
  type RetentionKind,
  retentionDays,
  retentionKinds,
} from "@/lib/domain/system";
import { lettersKeptDays } from "@/lib/env";

/** For how many days each thing is kept: as the environment says, else as the office has set it, else as we have. */
export async function loadRetention(): Promise<Retention> {
  const rows = await database().select().from(retentionPeriods);
  const set = Object.fromEntries(rows.map(({ kind, days }) => [kind, days]));
  const letters = lettersKeptDays();
  return { ...retentionDays, ...set, ...(letters !== null && { letters }) };
}

/** What a system administrator can set, with its version and whether the environment sets it; null for anybody else. */
export async function retentionSettings(actor: Actor) {
  if (!can(actor, "site.configure")) return null;
  const [kept, rows] = await Promise.all([
    loadRetention(),
    database().select().from(retentionPeriods),
  ]);
  const versions = new Map(rows.map(({ kind, version }) => [kind, version]));
  const settable = retentionKinds.map((kind: RetentionKind) => ({
    kind,
    days: kept[kind],
    version: versions.get(kind) ?? 0,
    isFixed: kind === "letters" && lettersKeptDays() !== null,
  }));
  return { settable, kept };
}
