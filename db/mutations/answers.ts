import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { letters } from "@/db/schema/letters";
import { submissions } from "@/db/schema/submissions";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { Written } from "@/lib/domain/submissions/contents";
import type { LockedTask } from "./locks";

/** The letter that an answer is to, or null of any other kind. Refuses a letter of another task, and one that is answered. */
export async function answeredLetter(
  tx: Transaction,
  task: LockedTask,
  written: Written,
): Promise<string | null> {
  if (written.kind !== "answer") return null;
  const { letterId } = written.content;
  const [letter] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, letterId), eq(letters.taskId, task.id)));
  if (!letter) throw new Refused(refuse("not_found"));
  const [approved] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.letterId, letterId), eq(submissions.status, "approved")));
  if (approved) throw new Refused(refuse("letter_answered"));
  return letterId;
}
