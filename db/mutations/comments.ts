import { eq } from "drizzle-orm";
import { mentionablePeople } from "@/db/queries/comments";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { comments } from "@/db/schema/comments";
import { tasks } from "@/db/schema/tasks";
import type { CommentInput } from "@/lib/domain/comments";
import { can, refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { recordEvent } from "./record-event";
import { runOnce } from "./transaction";

/**
 * Says something about a task to those who can see it; it is never changed and never public. A task that is not this
 * person's to see is `not_found`; refuses a mention of somebody who cannot see it.
 */
export function postComment(actor: Actor, input: CommentInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const [task] = await selectTasks(tx, eq(tasks.code, input.code));
    if (!task || !can(actor, "task.view", task)) throw new Refused(refuse("not_found"));
    insist(refusalFor(actor, "comment.write", task));
    const mentionedIds = [...new Set(input.mentionedIds)];
    const people = await mentionablePeople(tx, actor, task);
    const mentioned = people.filter(({ id }) => mentionedIds.includes(id));
    if (mentioned.length < mentionedIds.length)
      throw new Refused(refuse("person_unknown", { field: "mentionedIds" }));

    await tx.insert(comments).values({
      taskId: task.id,
      authorId: actor.id,
      body: input.body,
      mentionedIds: mentioned.map(({ id }) => id),
      postedAt: now,
    });
    const names = mentioned.map(({ id, name }) => ({ id, name }));
    await recordEvent(tx, actor, { type: "comment.posted", mentioned: names }, { task }, now);
    return { code: task.code };
  });
}
