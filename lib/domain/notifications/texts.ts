import { z } from "zod";
import { keySchema, versionSchema } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { SentenceParams } from "@/lib/domain/sentence-params";
import { longText } from "@/lib/domain/texts";

/**
 * Every text that a message or its mail is made of, and the placeholders in its words: each stands in them at least once.
 * The standard words are under `notifications` in `messages/*.json`.
 */
export const textPlaceholders = {
  reminder_digest: ["total", "list", "late"],
  escalation_reminded: ["obligation", "days"],
  escalation_raised: ["obligation", "days", "level"],
  escalation_unheard: ["obligation", "days", "level"],
  notice_issued: ["light", "reason"],
  gap_found: ["found"],
  task_assigned: [],
  task_cooperates: ["lead"],
  task_taken_away: ["lead"],
  task_split: ["parent"],
  task_sent_back: ["lead", "reason"],
  task_lead_changed: ["from", "to", "reason"],
  task_due_moved: ["fromDay", "toDay", "reason"],
  task_suspended: ["reason"],
  task_resumed: ["days"],
  task_cancelled: ["reason"],
  task_exempted: ["reason"],
  task_struck_off: ["note"],
  task_reopened: ["reason"],
  task_edition_adjust: ["title", "note"],
  task_edition_correct: ["title", "note"],
  submission_to_decide: ["kind"],
  submission_approved: ["kind"],
  submission_to_release: ["kind"],
  submission_returned: ["kind", "said"],
  submission_rejected: ["kind", "said"],
  submission_voided: ["kind", "cause"],
  letter_received: ["letterKind", "byDay"],
  letter_followed_up: ["byDay"],
  follow_up_to_check: ["actor"],
  follow_up_returned: ["actor"],
  comment_mention: ["actor", "unit"],
  comment_posted: ["actor", "unit"],
  chase_sent: ["actor", "unit", "message"],
  chase_answered: ["actor", "unit", "answer"],
  instruction_written: ["actor", "addressee"],
  instruction_handled: ["actor", "outcome"],
  instruction_answered: [],
  delegation_granted: ["principal", "fromDay", "toDay"],
  delegation_ended: ["principal"],
  work_taken_over: ["person"],
  role_to_grant: ["person", "username"],
  roles_to_grant: ["made"],
  mail_subject: ["count"],
  mail_opening: ["count"],
  mail_closing: ["url"],
} as const satisfies Record<string, readonly string[]>;
export type TextName = keyof typeof textPlaceholders;
export const textNames = Object.keys(textPlaceholders) as TextName[];

/** The placeholders that stand for words of ours, chosen by what happened: under `notificationParts` in the catalogs. */
export const textParts: {
  [Name in TextName]?: readonly (typeof textPlaceholders)[Name][number][];
} = {
  reminder_digest: ["list", "late"],
  escalation_reminded: ["obligation", "days"],
  escalation_raised: ["obligation", "days"],
  escalation_unheard: ["obligation", "days"],
  notice_issued: ["light", "reason"],
  gap_found: ["found"],
  submission_returned: ["said"],
  submission_rejected: ["said"],
  submission_voided: ["cause"],
  letter_received: ["letterKind"],
  instruction_written: ["addressee"],
  instruction_handled: ["outcome"],
};

/** The office's own words in one language, by the name of the text. */
export type OwnTexts = Partial<Record<string, string>>;

/** How a catalog says a key, and what stands under it as it is written. */
export type Catalog = {
  say: (key: string, params: SentenceParams) => string;
  raw: (key: string) => string;
};

/**
 * What a text says: the office's own words, or else the standard ones, with the values in their places. The values are put
 * in as they are, so that nothing in them is read as a placeholder.
 */
export function sayText(
  name: string,
  params: SentenceParams,
  own: OwnTexts,
  { say, raw }: Catalog,
): string {
  const parts = (textParts[name as TextName] ?? []).map((part) => [
    part,
    say(`notificationParts.${name}.${part}`, params),
  ]);
  const values = { ...params, ...Object.fromEntries(parts) };
  return fillText(own[name] ?? raw(`notifications.${name}`), values);
}

/** The values in the places of a text; a place without a value is left empty. */
export function fillText(text: string, values: SentenceParams): string {
  return text.replace(placeholder, (_, name: string) => String(values[name] ?? ""));
}

const placeholder = /\{([a-zA-Z]+)\}/g;
/** Breaks, and signs that are not seen but change how a line is read. */
const hidden = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** How much fits: a subject is read in a list. */
export const textLimit = (name: TextName) => (name === "mail_subject" ? 60 : 300);

/** Why these may not be the words of a text, or null. The last paragraph of a mail may have lines; nothing else does. */
export function textRefusal(name: TextName, text: string, field: string): Refusal | null {
  if (text.length > textLimit(name)) return refuse("too_long", { field });
  const line = name === "mail_closing" ? text.replaceAll("\n", " ") : text;
  if (hidden.test(line)) return refuse("one_line_only", { field });
  const known: readonly string[] = textPlaceholders[name];
  const named = [...text.matchAll(placeholder)].map(([, found]) => found ?? "");
  const unknown = named.find((each) => !known.includes(each));
  if (unknown) return refuse("placeholder_unknown", { field, params: { name: unknown } });
  if (/[{}]/.test(text.replace(placeholder, ""))) return refuse("braces_stray", { field });
  const missing = known.find((each) => !named.includes(each));
  return missing ? refuse("placeholder_missing", { field, params: { name: missing } }) : null;
}

/** Words in one language; null for the standard ones. */
const words = longText(1000).trim().min(1, "words_required").nullable();

export const setNotificationTextSchema = z.strictObject({
  key: keySchema,
  version: versionSchema,
  name: z.enum(textNames),
  zh: words,
  en: words,
});
export type SetNotificationTextInput = z.infer<typeof setNotificationTextSchema>;
