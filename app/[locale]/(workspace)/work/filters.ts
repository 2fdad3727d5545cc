import { z } from "zod";
import type { WorkTask } from "@/db/queries/work-tasks";
import { lights } from "@/lib/domain/lights";
import { taskStatuses } from "@/lib/domain/tasks";

const word = z.string().trim().max(100).catch("").default("");

/** The ledger's filters as the address holds them; what makes no sense is left out. */
const filtersSchema = z.object({
  plan: word,
  status: z.enum(taskStatuses).or(z.literal("")).catch("").default(""),
  light: z.enum(lights).or(z.literal("")).catch("").default(""),
  unit: word,
  q: word,
});
export type Filters = z.infer<typeof filtersSchema>;

export function readFilters(query: Record<string, string | string[] | undefined>): Filters {
  return filtersSchema.parse(query);
}

/** Every word of `q` must be somewhere in the code, title or quote. */
export function filterTasks(tasks: WorkTask[], { plan, status, light, unit, q }: Filters) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return tasks.filter((task) => {
    const text = `${task.code} ${task.title} ${task.quote}`.toLowerCase();
    return (
      (!plan || task.planSlug === plan) &&
      (!status || task.status === status) &&
      (!light || task.standing.light === light) &&
      (!unit || task.leadCode === unit) &&
      words.every((each) => text.includes(each))
    );
  });
}
