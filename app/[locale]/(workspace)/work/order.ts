import { z } from "zod";
import type { Query } from "@/lib/domain/inputs";
import { worstFirst } from "@/lib/domain/tasks/lights";
import type { WorkTask } from "@/lib/domain/tasks/work-task";

/** The order of the documents, earliest due day, worst light, or longest without news; ties stay in document order. */
export const orders = ["document", "due", "light", "published"] as const;
export type Order = (typeof orders)[number];

const schema = z.enum(orders).catch("document").default("document");

export function readOrder(query: Query): Order {
  return schema.parse(query.sort);
}

export function sortTasks(tasks: WorkTask[], order: Order): WorkTask[] {
  if (order === "document") return tasks;
  const rank: Record<Exclude<Order, "document">, (task: WorkTask) => string> = {
    // What has no date comes last, what was never published first.
    due: ({ dueOn }) => dueOn ?? "9999",
    light: ({ health }) => String(worstFirst.indexOf(health.light)),
    published: ({ health }) => health.lastPublishedOn ?? "",
  };
  const rankOf = rank[order];
  return tasks.toSorted((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}
