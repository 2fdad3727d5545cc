import { and, asc, count, eq, gte, inArray, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { isActiveAccount } from "@/db/queries/people/people";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { calendarBetween } from "@/lib/domain/calendar/work-days";
import { wholePolicy } from "@/lib/domain/chasing/reminder-policy";
import { type PlanSettings, planSettingsSchema, type Reviewers } from "@/lib/domain/plans";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

type PlanRow = typeof plans.$inferSelect;

/** The settings among a plan's columns. */
export function settingsOf(plan: PlanRow): PlanSettings {
  const { reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired } = plan;
  const { releaseCheck, answerWorkdays } = plan;
  const { dueSoonDays, behindPoints, farBehindPoints, reminders } = plan;
  return planSettingsSchema.parse({
    ...{ reviewSteps, receiptWorkdays, objectionWorkdays, evidenceRequired },
    ...{ releaseCheck, answerWorkdays },
    ...{ dueSoonDays, behindPoints, farBehindPoints },
    reminders: wholePolicy(reminders),
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

/** No rule reaches further than its sixty days, with the holidays among them. */
const reach = 130;

/**
 * The task that falls due next on or after `today`, of one plan or of all, with the working days around it; null when none
 * does. For the sentences of reminders.
 */
export async function exampleDeadline(today: Day, planId?: string) {
  const { code, title, dueOn } = tasks;
  const isOpen = inArray(tasks.status, [...taskStatusesWithObligations]);
  const ofPlan = planId ? eq(tasks.planId, planId) : undefined;
  const [next] = await database()
    .select({ code, title, dueOn })
    .from(tasks)
    .where(and(isOpen, gte(dueOn, today), ofPlan))
    .orderBy(asc(dueOn), asc(code))
    .limit(1);
  if (!next?.dueOn) return null;
  const [from, to] = [addDays(next.dueOn, -reach), addDays(next.dueOn, reach)];
  const calendar = calendarBetween(from, to, await loadCalendar(database()));
  return { ...next, dueOn: next.dueOn, calendar };
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
