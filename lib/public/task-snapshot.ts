import type { TaskSnapshot } from "@/lib/domain/public/comparison";
import type { ListedTask } from "./public-tasks";

/** A task as comparisons take it. */
export function snapshotOf({ code, title, status, health, deadline }: ListedTask): TaskSnapshot {
  const { percent, light } = health;
  return { code, title, status, percent, light, dueOn: deadline.dueOn };
}
