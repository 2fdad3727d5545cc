import { z } from "zod";
import type { Day } from "@/lib/domain/calendar/days";
import type { Escalation } from "@/lib/domain/chasing/escalation-policy";
import type { EscalationLevel, ObligationType } from "@/lib/domain/chasing/reminder-policy";
import type { Letter } from "@/lib/domain/letters/letters";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import type { ReportToWrite } from "@/lib/domain/submissions/reports";
import type { LightReason } from "@/lib/domain/tasks/lights";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import type { Counted } from "./paging";
import type { ListedRelease } from "./releases";

export type Chased =
  | { type: "chase"; at: Date; message: string; by: string }
  | {
      type: "escalation";
      at: Date;
      obligation: ObligationType;
      dueOn: Day;
      level: EscalationLevel;
      /** Every level that it has come to, lowest first. */
      climb: Escalation[];
    };

/** One line of an inbox: a task by itself, or one thing about it, the others being null. */
export type InboxItem = {
  id: string;
  task: WorkTask;
  submission: OpenSubmission | null;
  report: ReportToWrite | null;
  chased: Chased | null;
  /** What waits for its release check (公开审查). */
  release: ListedRelease | null;
  /** What a citizen wrote, while nobody has answered it. */
  letter: Letter | null;
  /** The last day to receive the task, while it waits for that. */
  receiveBy: Day | null;
  /** Whether an objection to it is under review: it is not received meanwhile. */
  isContested: boolean;
  /** What a decision on the submission would name. */
  sent: { revisionId: string; contentHash: string } | null;
};

/**
 * What waits for a person, section by section in the order of an inbox. Whose it is the rules of each thing say (`taskActs`,
 * `transitions`, `reportToWrite` …); db/queries/inbox/sections.ts asks them of the database.
 */
export const inboxSections = [
  "releases_late",
  "to_decide",
  "to_rule",
  "to_release",
  "to_receive",
  "returned",
  "chased",
  "late",
  "to_answer",
  "to_report",
  "drafts",
  "to_assign",
  "waiting_receipt",
  "to_strike_off",
  "letters_late",
  "in_hand",
  "in_review",
  "held",
] as const;
export type InboxSection = (typeof inboxSections)[number];

/** How many of a section are shown before its list is asked for. */
export const sectionLength = 10;

/**
 * What others have in hand, what stands in another section as well, what is in hand and asks for nothing yet, or what was begun
 * and waits for its task: to be seen, and not counted as this person's to do.
 */
const toBeSeen: readonly InboxSection[] = [
  "waiting_receipt",
  "letters_late",
  "late",
  "in_hand",
  "in_review",
  "held",
];

/** Whether there is nothing to do in a section but look. */
export function isToBeSeen(section: InboxSection): boolean {
  return toBeSeen.includes(section);
}

/** How many things wait for a person in these sections of their inbox, and whether there are more than are counted of one. */
export function countToDo(sections: readonly (Counted & { section: InboxSection })[]): Counted {
  const toDo = sections.filter(({ section }) => !isToBeSeen(section));
  return {
    count: toDo.reduce((sum, { count }) => sum + count, 0),
    more: toDo.some(({ more }) => more === "yes") ? "yes" : "no",
  };
}

/**
 * The section to go on with after something was done that waited in `from`: the same while anything is left, else the next in
 * the inbox that counts, and after the last the first again. Null where nothing is left to do.
 */
export function nextSection(
  waiting: readonly InboxSection[],
  from: InboxSection,
): InboxSection | null {
  const start = inboxSections.indexOf(from);
  const order = [...inboxSections.slice(start), ...inboxSections.slice(0, start)];
  return order.find((each) => !isToBeSeen(each) && waiting.includes(each)) ?? null;
}

/** Which next thing a page asks for. */
export const nextSchema = z.strictObject({ from: z.enum(inboxSections) });

/** What a leader's home shows the first of, and each of which can be read whole. */
export const leaderLists = ["worst", "changes", "instructions"] as const;
export type LeaderList = (typeof leaderLists)[number];

/** A task of a leader's worst: how late it is, and what a red 督办单 stands on. */
export type WorstTask = {
  code: string;
  title: string;
  lead: string | null;
  dueOn: Day | null;
  daysLate: number;
  isDemo: boolean;
  reason: LightReason | null;
  issuedOn: Day | null;
};
