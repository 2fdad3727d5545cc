import type { Stood } from "@/lib/domain/public/comparison";
import type { ListedTask } from "./public-tasks";

/** A task as comparisons take it. */
export function stoodOf({ code, title, status, standing, deadline }: ListedTask): Stood {
  const { percent, light } = standing;
  return { code, title, status, percent, light, dueOn: deadline.dueOn };
}
