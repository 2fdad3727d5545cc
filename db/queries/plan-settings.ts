import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { type PlanSettings, planSettingsSchema, type Reviewers } from "@/lib/domain/plan-settings";

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

/** Who could take a review step: the units that have an enabled head, and the number of enabled supervisors. */
export async function possibleReviewers(reader: Reader): Promise<Reviewers> {
  const people = await reader
    .select({ role: users.role, departmentId: users.departmentId })
    .from(users)
    .where(and(inArray(users.role, ["head", "supervisor"]), isNull(users.disabledAt)));
  const heads = people.filter(({ role }) => role === "head");
  return {
    unitsWithHead: new Set(heads.map(({ departmentId }) => departmentId)),
    supervisors: people.length - heads.length,
  };
}
