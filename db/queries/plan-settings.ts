import { and, asc, eq, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { type PlanSettings, planSettingsSchema } from "@/lib/domain/plan-settings";

type PlanRow = typeof plans.$inferSelect;

/** The settings among a plan's columns. */
export function settingsOf(plan: PlanRow): PlanSettings {
  const { reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired } = plan;
  const { dueSoonDays, behindPoints, farBehindPoints, reminders } = plan;
  return planSettingsSchema.parse({
    ...{ reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired },
    ...{ dueSoonDays, behindPoints, farBehindPoints, reminders },
  });
}

/** Every plan by its name, in order, for the list of settings. */
export function listPlans() {
  return database()
    .select({ slug: plans.slug, title: plans.title, reviewSteps: plans.reviewSteps })
    .from(plans)
    .orderBy(asc(plans.sortOrder));
}

/** One plan with its settings; null when there is none of this slug. */
export async function planWithSettings(slug: string) {
  const [plan] = await database().select().from(plans).where(eq(plans.slug, slug));
  return plan ? { ...plan, settings: settingsOf(plan) } : null;
}

/** The units that have an enabled head: who may be asked to countersign. */
export async function unitsWithHead(reader: Reader): Promise<Set<string>> {
  const heads = await reader
    .selectDistinct({ id: users.departmentId })
    .from(users)
    .where(and(eq(users.role, "head"), isNull(users.disabledAt)));
  return new Set(heads.map(({ id }) => id));
}
