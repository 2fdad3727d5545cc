import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { notifications } from "@/db/schema/notifications";
import { tasks } from "@/db/schema/tasks";
import type { Notification } from "@/lib/domain/notifications/notifications";
import { isFor, type Who } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/**
 * What a notification says to its reader, and whether its task is still theirs to see; it may be another unit's by now. For
 * any select from notifications left-joined with tasks.
 */
export const notificationColumns = (reader: Who) => ({
  id: notifications.id,
  sentence: notifications.sentence,
  params: notifications.params,
  taskCode: tasks.code,
  taskTitle: tasks.title,
  isVisible: sql<boolean>`(${tasks.id} is null or ${visibleTo(reader) ?? sql`true`})`,
});

type Choice = { unread: boolean };

/** A person's own notifications (消息), newest first, all or the unread ones. */
export function listNotifications(
  actor: Actor,
  { limit, offset, ...choice }: Choice & { limit: number; offset: number },
): Promise<Notification[]> {
  return database()
    .select({
      ...notificationColumns(actor),
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      settled: notifications.settled,
    })
    .from(notifications)
    .leftJoin(tasks, eq(tasks.id, notifications.taskId))
    .where(ofActor(actor, choice))
    .orderBy(desc(notifications.sequence))
    .limit(limit)
    .offset(offset);
}

/** How many the list holds; of the unread ones, what the header counts. */
export async function countNotifications(actor: Actor, choice: Choice): Promise<number> {
  const [row] = await database()
    .select({ count: count() })
    .from(notifications)
    .where(ofActor(actor, choice));
  return row?.count ?? 0;
}

/** To whoever sees no tasks (any more) nothing is said about one. */
function ofActor({ id, role }: Actor, { unread }: Choice) {
  return and(
    eq(notifications.userId, id),
    unread ? isNull(notifications.readAt) : undefined,
    isFor(role, "task.view") ? undefined : isNull(notifications.taskId),
  );
}
