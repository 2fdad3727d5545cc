import { z } from "zod";
import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import { sentenceParams } from "@/lib/domain/audit/audit-sentences";
import { keySchema } from "@/lib/domain/inputs";
import type { SentenceParams } from "@/lib/domain/sentence-params";
import type { Settled } from "./settling";

/** What a notification says to its reader, and whether its task is still theirs to see. */
export type NotificationText = {
  id: string;
  sentence: string;
  params: SentenceParams;
  taskCode: string | null;
  taskTitle: string | null;
  isVisible: boolean;
};
export type Notification = NotificationText & {
  createdAt: Date;
  readAt: Date | null;
  /** Why what it asked for needs no more doing. */
  settled: Settled | null;
};

/** What its text is called. What is stored of a first level from before that was called a reminder (提醒) is said as one too. */
export function sentenceOf({ sentence, params }: Pick<NotificationText, "sentence" | "params">) {
  const isFirst = params.level === "handler" || params.level === "decider";
  return sentence === "escalation_raised" && isFirst ? "escalation_reminded" : sentence;
}

/** One notification, several or all of one's own. */
export const markReadSchema = z.strictObject({
  key: keySchema,
  ids: z.union([z.array(z.uuid()).min(1).max(100), z.literal("all")]),
});
export type MarkReadInput = z.infer<typeof markReadSchema>;

/** An event's numbers and words, with who did it and the submission that it concerns. */
export function announcementParams({ actor, event, subject }: AuditEntry): SentenceParams {
  return {
    ...sentenceParams(event),
    actor: actor?.name ?? "",
    unit: actor?.unit ?? "",
    ...(subject.submissionId && { submission: subject.submissionId }),
  };
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
  if (sentence === "gap_found") return "/gaps";
  if (params.instruction) return `/instructions/${params.instruction}`;
  if (sentence === "instruction_answered") return "/instructions?state=answered";
  if (sentence === "letter_followed_up" || sentence.startsWith("follow_up_")) return "/inbox";
  if (sentence === "submission_to_decide") return `/reviews/${params.submission}`;
  if (sentence === "submission_to_release") return `/releases/${params.submission}`;
  if (sentence === "reminder_digest" && params.release === params.total) return "/releases";
  if (sentence === "reminder_digest" && params.letter === params.total) return "/work/letters";
  return taskCode ? `/work/${taskCode}` : "/inbox";
}
