import { z } from "zod";
import type { WorkTask } from "@/db/queries/work-tasks";
import { lights } from "@/lib/domain/lights";
import { taskStatuses } from "@/lib/domain/tasks";

export const pageSize = 50;

const word = z.string().trim().max(100).catch("").default("");

/** The ledger's filters as the address holds them; what makes no sense is left out. */
const filtersSchema = z.object({
  plan: word,
  status: z.enum(taskStatuses).or(z.literal("")).catch("").default(""),
  light: z.enum(lights).or(z.literal("")).catch("").default(""),
  unit: word,
  q: word,
});
const pageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
export type Filters = z.infer<typeof filtersSchema>;

export function readFilters(query: Record<string, string | string[] | undefined>): Filters {
  return filtersSchema.parse(query);
}

/** The page asked for, or the last one there is. */
export function pageOf<Task>(
  tasks: Task[],
  query: Record<string, string | string[] | undefined>,
): { tasks: Task[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(tasks.length / pageSize));
  const page = Math.min(pageSchema.parse(query).page, pages);
  return { tasks: tasks.slice((page - 1) * pageSize, page * pageSize), page, pages };
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
