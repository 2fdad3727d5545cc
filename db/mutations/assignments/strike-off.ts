import { type LockedTask, lockTask, lockTaskWithParent } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { moveDueDay } from "@/db/mutations/tasks/due-moves";
import { taskState, updateTask } from "@/db/mutations/tasks/task-state";
import { runOnce } from "@/db/mutations/transaction";
import { verificationFiles } from "@/db/queries/submissions/evidence";
import type { ReopenInput, StrikeOffInput } from "@/lib/domain/assignments/inputs";
import { reopenRefusal } from "@/lib/domain/assignments/reopening";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { withStop } from "@/lib/domain/calendar/periods";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { clockStoppedOn, taskActRefusal } from "@/lib/domain/tasks/tasks";

/** 销号: a supervisor has verified that what was declared done is done, and says how, with what they attached (核查材料). Nothing moves after it but 重新督办. */
export function strikeOff(actor: Actor, input: StrikeOffInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    insist(taskActRefusal(actor, "strike_off", await taskState(tx, task)));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));
    await updateTask(tx, task, { struckOffOn: dayIn(now), struckOffById: actor.id });
    const found = await verificationFiles(tx, task.id);
    const files = found.map(({ name, sha256 }) => ({ name, sha256 }));
    const event = {
      type: "task.struck_off",
      note: input.note,
      ...(files[0] && { files }),
    } as const;
    await recordEvent(tx, actor, event, { task }, now);
    return { code: task.code };
  });
}

/** 重新督办: a closed task is worked on again, by the unit it was closed with, for a reason, and to a day still to come. */
export function reopenTask(actor: Actor, input: ReopenInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, parent } = await lockTaskWithParent(tx, { code: input.code });
    insist(taskActRefusal(actor, "reopen", await taskState(tx, task)));
    if (task.version !== input.version) throw new Refused(refuse("task_changed"));
    const { reason, dueOn } = input;
    const dates = { dueOn: task.dueOn, parentDueOn: parent?.dueOn ?? null };
    insist(reopenRefusal(dueOn, dates, dayIn(now)) ?? publicTextRefusal(reason, "reason"));
    await updateTask(tx, task, {
      status: "active",
      stops: withStop(task.stops, clockStoppedOn(task), dayIn(now)),
      completedOn: null,
      completionSentOn: null,
      closedOn: null,
      struckOffOn: null,
      struckOffById: null,
      ...(task.dueOn === null && dueOn && firstDay(task, dueOn)),
    });
    const after = { dueOn: dueOn ?? task.dueOn };
    await recordEvent(tx, actor, { type: "task.reopened", reason, after }, { task }, now);
    if (task.dueOn !== null && dueOn !== null && dueOn !== task.dueOn) {
      const { departmentId } = actor;
      const move = { cause: "reopening", toDueOn: dueOn, reason, departmentId } as const;
      await moveDueDay(tx, actor, task, move, now);
    }
    return { code: task.code };
  });
}

function firstDay({ baselineDueOn }: LockedTask, dueOn: Day) {
  return { dueOn, baselineDueOn: baselineDueOn ?? dueOn, deadlineBasis: "assigned" } as const;
}
