import { and, desc, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { unitsWithin } from "@/db/queries/people/branches";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { chases } from "@/db/schema/chasing";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { addWorkdays, workdaysBetween } from "@/lib/domain/calendar/work-days";
import {
  type Instruction,
  type InstructionState,
  instructionState,
  instructionWorkdays,
} from "@/lib/domain/instructions";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

type Place = { limit: number; offset: number };
type Choice = { state?: InstructionState; isOwn?: boolean; code?: string };

/**
 * The 批示 that this person may read, as many as asked for: what waits longest first where only the waiting are asked for,
 * else the newest first. Empty for whoever may read none.
 */
export async function listInstructions(
  actor: Actor,
  today: Day,
  { limit, offset, ...choice }: Choice & Place,
): Promise<Instruction[]> {
  if (!isFor(actor.role, "instruction.read")) return [];
  const oldestFirst = choice.state === "waiting";
  return withDays(
    await selectInstructions()
      .where(readable(actor, choice))
      .orderBy(oldestFirst ? instructions.sequence : desc(instructions.sequence))
      .limit(limit)
      .offset(offset),
    today,
  );
}

/** How many that list holds. */
export async function countInstructions(actor: Actor, choice: Choice): Promise<number> {
  if (!isFor(actor.role, "instruction.read")) return 0;
  const found = selectInstructions().where(readable(actor, choice));
  return database().$count(sql`(${found}) as found`);
}

/** One of them, or null when it is missing or not this person's to read. */
export async function instructionDetail(
  actor: Actor,
  id: string,
  today: Day,
): Promise<Instruction | null> {
  if (!isFor(actor.role, "instruction.read")) return null;
  const rows = await selectInstructions().where(and(readable(actor, {}), eq(instructions.id, id)));
  const [found] = await withDays(rows, today);
  return found ?? null;
}

/**
 * A plan that a leader may write about: any, or for who is bound to a branch one with a task that it takes part in;
 * undefined for any other.
 */
export async function planToInstruct(reader: Reader, actor: Actor, slug: string) {
  if (!isFor(actor.role, "instruction.write")) return undefined;
  const seen = visibleTo(actor);
  const ofPlan = reader
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.planId, plans.id), seen));
  const [plan] = await reader
    .select({ id: plans.id, slug: plans.slug, title: plans.title })
    .from(plans)
    .where(and(eq(plans.slug, slug), seen && exists(ofPlan)));
  return plan;
}

/** The day by which an answer is wanted unless the leader says another. */
export async function usualAnswerDay(today: Day): Promise<Day> {
  return addWorkdays(today, instructionWorkdays, await loadCalendar(database()));
}

const made = alias(tasks, "made");
const authors = alias(users, "authors");
const handlers = alias(users, "handlers");
const { outcome } = instructionHandlings;
const isAnswered = sql`(${chases.answeredAt} is not null or ${outcome} = 'task' and ${made.completedOn} is not null)`;

/** `instructionState` as SQL, for lists. A test holds the two together. */
const inState: Record<InstructionState, SQL | undefined> = {
  waiting: isNull(instructionHandlings.instructionId),
  under_way: and(sql`${outcome} in ('chase', 'task')`, sql`not ${isAnswered}`),
  answered: and(sql`${outcome} in ('chase', 'task')`, isAnswered),
  noted: eq(outcome, "noted"),
};

/** `can(actor, "instruction.read")` of `instructionSubject` as SQL. */
function readable(actor: Actor, { state, isOwn, code }: Choice): SQL | undefined {
  const ofOffice = and(isNull(instructions.taskId), unitsWithin(actor, authors.departmentId));
  const seen = visibleTo(actor);
  return and(
    seen && or(ofOffice, seen),
    state && inState[state],
    isOwn ? eq(instructions.authorId, actor.id) : undefined,
    code === undefined ? undefined : eq(tasks.code, code),
  );
}

/** `made` is the task that is chased, or that carries it out. */
function selectInstructions() {
  return database()
    .select({
      id: instructions.id,
      text: instructions.text,
      author: authors.displayName,
      isDemo: authors.isDemo,
      addressee: instructions.addressee,
      sharesWords: instructions.sharesWords,
      writtenAt: instructions.writtenAt,
      dueOn: instructions.dueOn,
      task: { code: tasks.code, title: tasks.title },
      plan: { slug: plans.slug, title: plans.shortTitle },
      outcome,
      by: handlers.displayName,
      at: instructionHandlings.handledAt,
      words: sql<string>`coalesce(${instructionHandlings.words}, ${chases.message})`.as("words"),
      madeTask: { code: made.code, title: made.title },
      completedOn: made.completedOn,
      answer: chases.answer,
      answeredAt: chases.answeredAt,
    })
    .from(instructions)
    .innerJoin(authors, eq(authors.id, instructions.authorId))
    .leftJoin(tasks, eq(tasks.id, instructions.taskId))
    .leftJoin(plans, eq(plans.id, instructions.planId))
    .leftJoin(instructionHandlings, eq(instructionHandlings.instructionId, instructions.id))
    .leftJoin(handlers, eq(handlers.id, instructionHandlings.handledById))
    .leftJoin(chases, eq(chases.id, instructionHandlings.chaseId))
    .leftJoin(made, or(eq(made.id, instructionHandlings.taskId), eq(made.id, chases.taskId)))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectInstructions>>[number];

async function withDays(rows: Row[], today: Day): Promise<Instruction[]> {
  const calendar = await loadCalendar(database());
  return rows.map(
    ({ outcome, by, at, words, madeTask, completedOn, answer, answeredAt, ...row }) => {
      const state = instructionState({ outcome, answeredAt, completedOn });
      const answeredOn = outcome === "task" ? completedOn : answeredAt && dayIn(answeredAt);
      const waits = workdaysBetween(dayIn(row.writtenAt), today, calendar);
      return {
        ...row,
        state,
        workdaysWaiting: state === "waiting" ? Math.max(0, waits) : null,
        handled:
          outcome && at
            ? { outcome, by: by ?? "", at, words, task: madeTask, answer, answeredOn }
            : null,
      };
    },
  );
}
