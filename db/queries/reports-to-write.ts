import { and, eq, ne, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { type PeriodToReport, reportToWrite } from "@/lib/domain/calendar/periods";
import type { Actor } from "@/lib/domain/people/roles";
import { loadCalendar } from "./calendar";
import { contributedPeriods, publishedPeriods } from "./reported-periods";

export type ReportToWrite = PeriodToReport & {
  kind: "progress" | "contribution";
  taskCode: string;
};

/**
 * The reports that a person's unit is asked for on `today`: on tasks that it leads (进展) and on those it cooperates in
 * (配合情况), each for the earliest period not reported on. A constant number of queries.
 */
export async function reportsToWrite(actor: Actor, today: Day): Promise<ReportToWrite[]> {
  if (actor.role !== "official" && actor.role !== "head") return [];
  const reader = database();
  const [calendar, led, helped] = await Promise.all([
    loadCalendar(reader),
    ledTasks(actor.departmentId),
    helpedTasks(actor.departmentId),
  ]);
  return [...led, ...helped].flatMap(({ code, kind, receivedAt, ...duty }) => {
    const startedOn = receivedAt && dayIn(receivedAt);
    const wanted = reportToWrite({ ...duty, startedOn, today, calendar });
    return wanted ? { ...wanted, kind, taskCode: code } : [];
  });
}

const duty = {
  code: tasks.code,
  cycle: tasks.reportingCycle,
  reportDay: tasks.reportDay,
  receivedAt: tasks.receivedAt,
  stops: tasks.stops,
};
const reportsNow = and(eq(tasks.status, "active"), ne(tasks.reportingCycle, "none"));

function ledTasks(departmentId: string) {
  return database()
    .select({
      ...duty,
      kind: sql<"progress">`'progress'`,
      reported: publishedPeriods,
    })
    .from(tasks)
    .where(and(reportsNow, eq(tasks.leadDepartmentId, departmentId)));
}

function helpedTasks(departmentId: string) {
  return database()
    .select({
      ...duty,
      kind: sql<"contribution">`'contribution'`,
      reported: contributedPeriods(departmentId),
    })
    .from(tasks)
    .innerJoin(taskCooperators, eq(taskCooperators.taskId, tasks.id))
    .where(and(reportsNow, eq(taskCooperators.departmentId, departmentId)));
}
