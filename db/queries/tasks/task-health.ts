import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import { beforeCorrections } from "@/lib/domain/documents/corrections";
import { groupBy } from "@/lib/domain/group-by";
import { publicHealthOf } from "@/lib/domain/public/public-health";
import type { PublicHealth } from "@/lib/domain/public/public-task";
import { healthOf } from "@/lib/domain/tasks/health";
import type { TaskHealth } from "@/lib/domain/tasks/work-task";
import { correctionsSince, type LaterCorrection } from "./corrections";
import { factsNow, factsOn } from "./health-facts";
import { isWanted, type Wanted } from "./wanted";

/**
 * The health of these tasks (by id) and of those below them, by code; of every task where none are named. Two queries
 * whatever their number. `today` is a day in Asia/Shanghai.
 */
export async function loadTaskHealth(
  reader: Reader,
  today: Day,
  ids?: readonly string[],
): Promise<Map<string, TaskHealth>> {
  const [facts, calendar] = await Promise.all([factsNow(reader, ids), loadCalendar(reader)]);
  return healthOf(facts, calendar, today);
}

/**
 * The health of every public task on each of these days, by what was known by then and by that alone. Three queries,
 * however many days.
 */
export async function publicHealthByDay(
  days: readonly Day[],
  wanted: Wanted = {},
): Promise<Map<Day, Map<string, PublicHealth>>> {
  const reader = database();
  const [facts, calendar] = await Promise.all([
    publicFactsByDay(reader, days, wanted),
    loadCalendar(reader),
  ]);
  return new Map(days.map((day) => [day, publicHealthOf(facts.get(day) ?? [], calendar, day)]));
}

/** What that rests on: the facts of every public task on each of these days, before what has been corrected since. */
export async function publicFactsByDay(
  reader: Reader,
  days: readonly Day[],
  wanted: Wanted = {},
): Promise<Map<Day, DayFacts[]>> {
  const earliest = [...days].sort()[0];
  const [facts, later] = await Promise.all([
    factsOn(reader, days, isWanted(wanted)),
    earliest === undefined ? [] : correctionsSince(reader, endOfDay(earliest)),
  ]);
  const then = facts.map((fact) => windowThen(fact, later, fact.day));
  return groupBy(then, ({ day }) => day);
}
type DayFacts = Awaited<ReturnType<typeof factsOn>>[number];

/** The window of a task's days as it was before what has been corrected since. */
function windowThen<Fact extends { code: string }>(
  fact: Fact,
  later: readonly LaterCorrection[],
  day: Day,
): Fact {
  const changes = later.flatMap(({ code, at, changes }) =>
    code === fact.code && at >= endOfDay(day)
      ? changes.filter(({ field }) => field === "windowStart")
      : [],
  );
  return beforeCorrections(fact, changes);
}
