import { z } from "zod";
import { type Day, daySchema } from "@/lib/domain/calendar/days";
import { isDueSoon, isOverdue } from "@/lib/domain/calendar/deadlines";
import type { Query } from "@/lib/domain/inputs";
import { handles } from "@/lib/domain/tasks/handlers";
import { lights } from "@/lib/domain/tasks/lights";
import {
  clockStoppedOn,
  type TaskStatus,
  taskStatuses,
  taskStatusesWithObligations,
} from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";

const soonDays = 7;
export const dueChoices = ["overdue", "soon"] as const;

const choice = <Value extends string>(values: readonly Value[]) =>
  z.enum(values).or(z.literal("")).catch("").default("");
const word = z.string().trim().max(100).catch("").default("");
const day = daySchema.or(z.literal("")).catch("").default("");
const flag = choice(["1"]);

/** The ledger's filters as the address holds them; what makes no sense is left out. */
const filtersSchema = z.object({
  q: word,
  plan: word,
  /** `open` is all that somebody has in hand. */
  status: choice([...taskStatuses, "open"]),
  light: choice(lights),
  unit: word,
  with: word,
  due: choice(dueChoices),
  from: day,
  to: day,
  owed: flag,
  chased: flag,
  mine: flag,
  handled: flag,
});
export type Filters = z.infer<typeof filtersSchema>;

export function readFilters(query: Query): Filters {
  return filtersSchema.parse(query);
}

/** What the words and the 催办 filter leave is asked of the database; this is the rest. */
export function filterTasks(
  tasks: WorkTask[],
  filters: Filters,
  { today, id, departmentId }: { today: Day; id: string; departmentId: string },
): WorkTask[] {
  const { plan, status, light, unit, with: helper, due, from, to, owed, mine, handled } = filters;
  return tasks.filter(
    (task) =>
      (!plan || task.planSlug === plan) &&
      (!status || task.status === status || (status === "open" && isOpen(task))) &&
      (!light || task.health.light === light) &&
      (!unit || task.leadCode === unit) &&
      (!helper || task.cooperating.some(({ code, name }) => code === helper || name === helper)) &&
      (!due || isDue(task, due, today)) &&
      (!from || (task.dueOn !== null && from <= task.dueOn)) &&
      (!to || (task.dueOn !== null && task.dueOn <= to)) &&
      (!owed || task.health.owed !== null) &&
      (!mine || task.leadId === departmentId) &&
      (!handled || handles(id, task)),
  );
}

function isOpen({ status }: WorkTask): boolean {
  return (taskStatusesWithObligations as readonly TaskStatus[]).includes(status);
}

/** The due days of tasks that are still moving: what is parked or closed is neither late nor near. */
function isDue(task: WorkTask, due: (typeof dueChoices)[number], today: Day): boolean {
  const { sentOn } = task.health;
  const clock = { dueOn: task.dueOn, completedOn: clockStoppedOn(task), sentOn };
  return due === "overdue" ? isOverdue(clock, today) : isDueSoon(clock, today, soonDays);
}
