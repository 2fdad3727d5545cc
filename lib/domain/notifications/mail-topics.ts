import { z } from "zod";
import { keySchema } from "@/lib/domain/inputs";
import { announcementSentences } from "./announcements";

/** What mail is about, as people choose what they want of it. The app tells everything, whatever they choose. */
export const mailTopics = [
  "reminders",
  "tasks",
  "submissions",
  "comments",
  "letters",
  "delegations",
] as const;
export type MailTopic = (typeof mailTopics)[number];

/** What the clock says, beside what announcements say. */
const clockSentences = [
  "reminder_digest",
  "escalation_reminded",
  "escalation_raised",
  "escalation_unheard",
  "notice_issued",
  "gap_found",
] as const;
/** Everything that a message can say. */
export const notificationSentences = [...clockSentences, ...announcementSentences] as const;

const begins: Record<Exclude<MailTopic, "reminders">, string> = {
  tasks: "task_",
  submissions: "submission_",
  comments: "comment_",
  letters: "letter_",
  delegations: "delegation_",
};

/** What a sentence of `notifications` is about; reminders are also 催办, 提级 and 督办单. */
export function mailTopicOf(sentence: string): MailTopic {
  const topics = Object.keys(begins) as (keyof typeof begins)[];
  return topics.find((topic) => sentence.startsWith(begins[topic])) ?? "reminders";
}

/** The sentences about these topics. */
export function sentencesAbout(topics: readonly string[]): string[] {
  return notificationSentences.filter((sentence) => topics.includes(mailTopicOf(sentence)));
}

/** What a person has by mail; the rest stays in the app. */
export const mailTopicsSchema = z.strictObject({
  key: keySchema,
  topics: z.array(z.enum(mailTopics)).max(mailTopics.length),
});
export type MailTopicsInput = z.infer<typeof mailTopicsSchema>;
