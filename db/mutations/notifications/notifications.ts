import { and, eq, inArray, isNull } from "drizzle-orm";
import { runOnce } from "@/db/mutations/transaction";
import { notifications } from "@/db/schema/notifications";
import type { MarkReadInput } from "@/lib/domain/notifications/notifications";
import type { Actor } from "@/lib/domain/people/roles";

/** Marks one's own notifications read, those named or all; somebody else's stay as they are. Returns how many were unread. */
export function markRead(actor: Actor, input: MarkReadInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const named = input.ids === "all" ? undefined : inArray(notifications.id, input.ids);
    const read = await tx
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, actor.id), isNull(notifications.readAt), named))
      .returning({ id: notifications.id });
    return { count: read.length };
  });
}
