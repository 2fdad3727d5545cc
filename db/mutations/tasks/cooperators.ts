import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { taskCooperators } from "@/db/schema/tasks";

/** Sets the cooperating units (配合单位) of a locked task, in this order. */
export async function setCooperators(
  tx: Transaction,
  taskId: string,
  departmentIds: readonly string[],
): Promise<void> {
  await tx.delete(taskCooperators).where(eq(taskCooperators.taskId, taskId));
  const cooperating = [...new Set(departmentIds)].map((departmentId, sortOrder) => ({
    taskId,
    departmentId,
    sortOrder,
  }));
  if (cooperating.length) await tx.insert(taskCooperators).values(cooperating);
}
