import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import type { TableTask } from "@/lib/domain/imports/plan-table";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/**
 * A plan's title, and its tasks as they stand now for its table (分工表), as far as this person sees them. For overseers;
 * null for everybody else and where there is none.
 */
export async function planTable(
  actor: Actor,
  slug: string,
): Promise<{ title: string; tasks: TableTask[] } | null> {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [plan] = await reader
    .select({ id: plans.id, title: plans.title })
    .from(plans)
    .where(eq(plans.slug, slug));
  if (!plan) return null;
  const rows = await selectTasks(reader, and(eq(tasks.planId, plan.id), visibleTo(actor)));
  return {
    title: plan.title,
    tasks: rows.map(({ cooperating, ...row }) => ({
      ...row,
      cooperating: cooperating.map(({ name }) => name),
    })),
  };
}
