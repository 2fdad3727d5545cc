import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { dayIn, daysBetween } from "@/lib/domain/calendar/days";
import type { DueMove } from "@/lib/domain/calendar/deadlines";

/** Every move of a task's due day, oldest first: asked for by which unit, why, when and how far. Of approved facts only. */
export async function dueMovesOf(code: string): Promise<DueMove[]> {
  const rows = await database()
    .select({
      cause: dueMoves.cause,
      fromDueOn: dueMoves.fromDueOn,
      toDueOn: dueMoves.toDueOn,
      reason: dueMoves.reason,
      unit: departments.name,
      movedAt: dueMoves.movedAt,
    })
    .from(dueMoves)
    .innerJoin(tasks, eq(tasks.id, dueMoves.taskId))
    .innerJoin(departments, eq(departments.id, dueMoves.departmentId))
    .where(eq(tasks.code, code))
    .orderBy(asc(dueMoves.sequence));
  return rows.map(({ movedAt, ...move }) => ({
    ...move,
    movedOn: dayIn(movedAt),
    days: daysBetween(move.fromDueOn, move.toDueOn),
  }));
}
