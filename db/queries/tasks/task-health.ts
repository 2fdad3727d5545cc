import { eq, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { shownToPublic } from "@/lib/domain/assignments/splits";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { daysLate, restDayNotice, workdaysLeft } from "@/lib/domain/calendar/deadlines";
import { periodOwed } from "@/lib/domain/calendar/periods";
import { isProvisional, type WorkCalendar } from "@/lib/domain/calendar/work-days";
import { beforeCorrections } from "@/lib/domain/documents/corrections";
import { groupBy } from "@/lib/domain/group-by";
import type { PublicHealth } from "@/lib/domain/public/public-task";
import { lightOf } from "@/lib/domain/tasks/lights";
import { elapsedPercent } from "@/lib/domain/tasks/pace";
import { rollUp } from "@/lib/domain/tasks/rollup";
import { clockStoppedOn, completionSentOn } from "@/lib/domain/tasks/tasks";
import type { TaskHealth } from "@/lib/domain/tasks/work-task";
import { correctionsSince } from "./corrections";
import { selectPublicFacts } from "./public-facts";
import { publishedPeriods } from "./reported-periods";

/**
 * The health of these tasks (by id) and of those below them, by code; of every task where none are named. Three queries
 * whatever their number. `today` is a day in Asia/Shanghai.
 */
export async function loadTaskHealth(
  reader: Reader,
  today: Day,
  ids?: readonly string[],
): Promise<Map<string, TaskHealth>> {
  const [facts, calendar] = await Promise.all([selectFacts(reader, ids), loadCalendar(reader)]);
  return withRollup(facts.map((fact) => ownHealth(fact, calendar, today)));
}

/**
 * The health of every public task on each of these days, from what was public by then and from that alone: a part not
 * shown yet moves no figure that is. Three queries, however many days; of one plan, or of all.
 */
export async function publicHealthByDay(
  days: readonly Day[],
  planSlug?: string,
): Promise<Map<Day, Map<string, PublicHealth>>> {
  const reader = database();
  const earliest = [...days].sort()[0];
  const [facts, calendar, later] = await Promise.all([
    selectPublicFacts(reader, days, planSlug),
    loadCalendar(reader),
    earliest === undefined ? [] : correctionsSince(reader, endOfDay(earliest)),
  ]);
  const asThen = <Fact extends { code: string }>(fact: Fact, day: Day) =>
    beforeCorrections(
      fact,
      later.flatMap(({ code, at, changes }) =>
        code === fact.code && at >= endOfDay(day)
          ? changes.filter(({ field }) => field === "windowStart")
          : [],
      ),
    );
  const byDay = groupBy(facts, ({ day }) => day);
  return new Map(
    days.map((day) => {
      const own = (byDay.get(day) ?? []).map((fact) =>
        publicHealth(asThen(fact, day), calendar, day),
      );
      return [day, withRollup(shownToPublic(own))];
    }),
  );
}

function publicHealth(fact: Fact & { evidenceCount: number }, calendar: WorkCalendar, day: Day) {
  const startedOn = fact.windowStart ?? (fact.receivedAt && dayIn(fact.receivedAt));
  const { dueOn, evidenceCount, behindPoints } = fact;
  const expectedPercent =
    startedOn === null || dueOn === null ? null : elapsedPercent(startedOn, dueOn, day);
  return { ...ownHealth(fact, calendar, day), evidenceCount, expectedPercent, behindPoints };
}

function withRollup<Own extends OwnHealth>(own: Own[]) {
  const rolled = rollUp(own);
  return new Map(
    own.map(({ code, isSplitOff: _, ...health }) => {
      const up = rolled.get(code);
      if (!up) throw new Error(`${code} was not rolled up`);
      const { light, reason } = health;
      return [code, { ...health, ...up, own: { light, reason } }];
    }),
  );
}

type OwnHealth = ReturnType<typeof ownHealth>;
type Fact = Awaited<ReturnType<typeof selectFacts>>[number];

/** What a task's light and percentage depend on are the tasks below it, and no other. */
function selectFacts(reader: Reader, ids?: readonly string[]) {
  const isOf = (id: AnyPgColumn) =>
    ids &&
    sql`${id} in (with recursive tree as (
      select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)
      union select below.id from tasks below join tree on below.parent_id = tree.id
    ) select id from tree)`;
  const parents = alias(tasks, "parents");
  const published = reader
    .select({
      taskId: publishedReports.taskId,
      percent: sql<
        number | null
      >`(array_agg(${publishedReports.percent} order by ${publishedReports.sequence} desc) filter (where ${publishedReports.percent} is not null))[1]`.as(
        "percent",
      ),
      lastAt:
        sql`(array_agg(${publishedReports.publishedAt} order by ${publishedReports.sequence} desc))[1]`
          .mapWith(publishedReports.publishedAt)
          .as("last_at"),
      anyDemo: sql<boolean>`bool_or(${publishedReports.isDemo})`.as("any_demo"),
    })
    .from(publishedReports)
    .where(isOf(publishedReports.taskId))
    .groupBy(publishedReports.taskId)
    .as("published");
  return reader
    .select({
      code: tasks.code,
      parentCode: parents.code,
      splitById: tasks.splitById,
      kind: tasks.kind,
      status: tasks.status,
      receivedAt: tasks.receivedAt,
      completedOn: tasks.completedOn,
      reportSent: tasks.reportSent,
      suspendedOn: tasks.suspendedOn,
      closedOn: tasks.closedOn,
      windowStart: tasks.windowStart,
      dueOn: tasks.dueOn,
      stops: tasks.stops,
      cycle: tasks.reportingCycle,
      reportDay: tasks.reportDay,
      isDemo: tasks.isDemo,
      dueSoonDays: plans.dueSoonDays,
      behindPoints: plans.behindPoints,
      farBehindPoints: plans.farBehindPoints,
      percent: published.percent,
      reported: publishedPeriods,
      lastAt: published.lastAt,
      anyDemo: published.anyDemo,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .leftJoin(published, eq(published.taskId, tasks.id))
    .where(isOf(tasks.id));
}

function ownHealth(fact: Fact, calendar: WorkCalendar, today: Day) {
  const startedOn = fact.receivedAt && dayIn(fact.receivedAt);
  const { cycle, reportDay, stops, reportSent } = fact;
  const sentOn = completionSentOn(reportSent);
  const clock = { dueOn: fact.dueOn, completedOn: clockStoppedOn(fact), sentOn };
  const reported = reportSent ? [...fact.reported, reportSent.period] : fact.reported;
  const owed =
    fact.status === "active"
      ? periodOwed({ cycle, reportDay, startedOn, reported, stops, today, calendar })
      : null;
  return {
    code: fact.code,
    parentCode: fact.parentCode,
    isSplitOff: fact.splitById !== null,
    kind: fact.kind,
    percent: fact.percent,
    ...lightOf({ ...fact, startedOn, sentOn, reportOwed: owed !== null }, today, fact),
    lastPublishedOn: fact.lastAt && dayIn(fact.lastAt),
    daysLate: daysLate(clock, today),
    workdaysLeft: workdaysLeft(clock, today, calendar),
    restDay: fact.dueOn === null ? null : restDayNotice(fact.dueOn, calendar),
    isProvisional: fact.dueOn !== null && isProvisional(today, fact.dueOn, calendar),
    sentOn,
    isDueToday: fact.dueOn === today && clock.completedOn === null && sentOn === null,
    owed,
    isDemo: fact.isDemo || fact.anyDemo === true,
  };
}
