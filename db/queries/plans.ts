import { and, asc, count, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { hasWords } from "@/db/queries/has-words";
import { isActiveAccount } from "@/db/queries/people/people";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { calendarBetween } from "@/lib/domain/calendar/work-days";
import { wholePolicy } from "@/lib/domain/chasing/reminder-policy";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import {
  type PlanName,
  type PlanSettings,
  planSettingsSchema,
  type Reviewers,
} from "@/lib/domain/plans";
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

/** By what a plan is known to those who look for it. */
const names = sql`${plans.title} || ' ' || ${plans.shortTitle} || ' ' || ${plans.slug}`;
const inOrder = [asc(plans.sortOrder), asc(plans.slug)];

/** A page of the plans that are called so, in order, if asked only of those not over; none for who neither sets, drafts nor assigns. */
export async function listPlans(
  actor: Actor,
  words: string,
  asked: unknown,
  { isOpen = false }: { isOpen?: boolean } = {},
) {
  const reads = (["plan.configure", "plan.draft", "task.assign"] as const).some((permission) =>
    can(actor, permission),
  );
  if (!reads) return { plans: [], page: 1, pages: 1 };
  const wanted = and(hasWords(names, words), isOpen ? isNull(plans.endedAt) : undefined);
  const { page, pages, limit, offset } = pageAt(await database().$count(plans, wanted), asked);
  const found = await database()
    .select({ slug: plans.slug, title: plans.title, reviewSteps: plans.reviewSteps })
    .from(plans)
    .where(wanted)
    .orderBy(...inOrder)
    .limit(limit)
    .offset(offset);
  return { plans: found, page, pages };
}

/** The first plans that are called so, for choosing those of the home page; none for who does not. */
export async function findPlans(actor: Actor, words: string): Promise<PlanName[]> {
  if (!can(actor, "site.configure")) return [];
  const { slug, title } = plans;
  const found = database().select({ slug, title }).from(plans).where(hasWords(names, words));
  return found.orderBy(...inOrder).limit(20);
}

/** What the plans of these slugs are called. */
export function plansNamed(slugs: readonly string[]): Promise<PlanName[]> {
  const { slug, title } = plans;
  return database()
    .select({ slug, title })
    .from(plans)
    .where(inArray(slug, [...slugs]));
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
