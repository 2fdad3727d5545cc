import { z } from "zod";
import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import { sentenceParams } from "@/lib/domain/audit/audit-sentences";
import type { Day } from "@/lib/domain/calendar/days";
import { keySchema } from "@/lib/domain/inputs";

/** What a notification's sentence needs. */
export type NotificationParams = Record<string, string | number>;

/** What a notification says to its reader, and whether its task is still theirs to see. */
export type NotificationText = {
  id: string;
  sentence: string;
  params: NotificationParams;
  taskCode: string | null;
  taskTitle: string | null;
  isVisible: boolean;
};
export type Notification = NotificationText & { createdAt: Date; readAt: Date | null };

/** One notification, several or all of one's own. */
export const markReadSchema = z.strictObject({
  key: keySchema,
  ids: z.union([z.array(z.uuid()).min(1).max(100), z.literal("all")]),
});
export type MarkReadInput = z.infer<typeof markReadSchema>;

/** An event's numbers and words, with who did it and the submission that it concerns. */
export function announcementParams({ actor, event, subject }: AuditEntry): NotificationParams {
  return {
    ...sentenceParams(event),
    actor: actor?.name ?? "",
    unit: actor?.unit ?? "",
    ...(subject.submissionId && { submission: subject.submissionId }),
  };
}

/**
 * The parameters as the reader's language says them. `kind` is a kind of submission, `level` one of the escalation; a name that
 * ends in "day" holds a day, which may be empty. The rest stays as it is: the catalogs select on it.
 */
export function spokenParams(
  params: NotificationParams,
  say: {
    kind: (kind: string) => string;
    level: (level: string) => string;
    day: (day: Day) => string;
  },
): NotificationParams {
  const spoken = Object.entries(params).map(([name, value]) => {
    if (name === "kind" || name === "level") return [name, say[name](String(value))];
    return [name, /day$/i.test(name) && value !== "" ? say.day(String(value)) : value];
  });
  return Object.fromEntries(spoken);
}

/**
 * Where a notification leads: to what waits for a decision or a release check, to its task, or to the inbox. Null where the task is no longer
 * the reader's to see (`task.view`), by a new assignment for one.
 */
export function notificationPath(
  notification: Pick<NotificationText, "sentence" | "params" | "taskCode" | "isVisible">,
): string | null {
  const { sentence, params, taskCode, isVisible } = notification;
  if (!isVisible) return null;
  if (sentence === "letter_received") return "/work/letters";
  if (sentence === "submission_to_decide") return `/reviews/${params.submission}`;
  if (sentence === "submission_to_release") return `/releases/${params.submission}`;
  if (sentence === "reminder_digest" && params.release === params.total) return "/releases";
  if (sentence === "reminder_digest" && params.letter === params.total) return "/work/letters";
  return taskCode ? `/work/${taskCode}` : "/inbox";
}
