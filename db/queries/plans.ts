import { and, asc, count, eq, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { isActiveAccount } from "@/db/queries/people/people";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { type PlanSettings, planSettingsSchema, type Reviewers } from "@/lib/domain/plans";

type PlanRow = typeof plans.$inferSelect;

/** The settings among a plan's columns. */
export function settingsOf(plan: PlanRow): PlanSettings {
  const { reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired } = plan;
  const { releaseCheck, answerWorkdays } = plan;
  const { dueSoonDays, behindPoints, farBehindPoints, reminders } = plan;
  return planSettingsSchema.parse({
    ...{ reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired },
    ...{ releaseCheck, answerWorkdays },
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

/** Who could take a review step: every open unit in official order with the number of its enabled heads, and how many supervisors. */
export async function possibleReviewers(reader: Reader): Promise<Reviewers> {
  const enabled = (role: "head" | "supervisor") => and(eq(users.role, role), isActiveAccount);
  const units = await reader
    .select({ id: departments.id, name: departments.name, heads: count(users.id) })
    .from(departments)
    .leftJoin(users, and(eq(users.departmentId, departments.id), enabled("head")))
    .where(isNull(departments.closedOn))
    .groupBy(departments.id)
    .orderBy(asc(departments.sortOrder));
  return {
    units: new Map(units.map(({ id, ...unit }) => [id, unit])),
    supervisors: await reader.$count(users, enabled("supervisor")),
  };
}
