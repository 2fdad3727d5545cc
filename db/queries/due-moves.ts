import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments } from "@/db/schema/people";
import { dueMoves } from "@/db/schema/tasks";

/** Every move of a task's due day, oldest first, with the unit that asked for it: as public as the due day itself. */
export function dueMovesOf(reader: Reader, taskId: string) {
  return reader
    .select({
      id: dueMoves.id,
      cause: dueMoves.cause,
      fromDueOn: dueMoves.fromDueOn,
      toDueOn: dueMoves.toDueOn,
      reason: dueMoves.reason,
      unit: departments.name,
      movedAt: dueMoves.movedAt,
    })
    .from(dueMoves)
    .innerJoin(departments, eq(departments.id, dueMoves.departmentId))
    .where(eq(dueMoves.taskId, taskId))
    .orderBy(asc(dueMoves.movedAt));
}
