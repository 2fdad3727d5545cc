import type { Day } from "@/lib/domain/calendar/days";
import type { EscalationLevel, ObligationType } from "@/lib/domain/chasing/reminder-policy";
import type { Letter } from "@/lib/domain/letters/letters";
import { can, isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole, type Role } from "@/lib/domain/people/roles";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import type { ReportToWrite } from "@/lib/domain/submissions/reports";
import type { LightReason } from "@/lib/domain/tasks/lights";
import { clockStoppedOn, taskActRefusal } from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import type { ListedRelease } from "./releases";

export type Chased =
  | { type: "chase"; at: Date; message: string; by: string }
  | {
      type: "escalation";
      at: Date;
      obligation: ObligationType;
      dueOn: Day;
      level: EscalationLevel;
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

const mayDecide = ({ submission }: InboxItem) =>
  submission?.transitions.includes("approve") ?? false;
const isAlone = ({ submission, report, chased, release, letter }: InboxItem) =>
  !submission && !report && !chased && !release && !letter;

/** Their unit's own submission, at this status. */
function isOurs({ submission }: InboxItem, actor: Actor, status: string): boolean {
  if (!submission || !isUnitRole(actor)) return false;
  return submission.departmentId === actor.departmentId && submission.status === status;
}

function mayAct(act: "receive" | "assign" | "strike_off", item: InboxItem, actor: Actor) {
  return isAlone(item) && taskActRefusal(actor, act, item.task) === null;
}

/** What waits for a person, section by section in the order of an inbox. The rules of lib/domain say whose it is. */
const rules = {
  releases_late: ({ release }) => release !== null && release.workdaysLeft < 0,
  to_decide: (item, { role }) => mayDecide(item) && !isObjectionFor(role, item),
  to_rule: (item, { role }) => mayDecide(item) && isObjectionFor(role, item),
  to_release: ({ release }) => release !== null && release.workdaysLeft >= 0,
  to_receive: (item, actor) => mayAct("receive", item, actor) && !item.isContested,
  returned: (item, actor) => isOurs(item, actor, "returned"),
  chased: ({ chased }) => chased !== null,
  to_answer: ({ letter }, actor) => letter !== null && isUnitRole(actor) && !letter.answerId,
  to_report: ({ report }) => report !== null,
  drafts: (item, actor) => isOurs(item, actor, "draft"),
  to_assign: (item, actor) => item.task.status === "unassigned" && mayAct("assign", item, actor),
  waiting_receipt: (item, actor) =>
    isAlone(item) &&
    item.task.status === "assigned" &&
    (can(actor, "task.assign", item.task) || can(actor, "task.chase", item.task)),
  to_strike_off: (item, actor) => mayAct("strike_off", item, actor),
  in_review: (item, actor) => isOurs(item, actor, "in_review") && !mayDecide(item),
  letters_late: ({ letter }, { role }) =>
    isFor(role, "task.chase") && letter !== null && letter.daysLate > 0,
  late: (item, actor) => isAlone(item) && isLate(item.task) && answersFor(item.task, actor),
} as const satisfies Record<string, (item: InboxItem, actor: Actor) => boolean>;

export type InboxSection = keyof typeof rules;
export const inboxSections = Object.keys(rules) as InboxSection[];

/** What others have in hand, or what stands in another section as well: to be seen, and not counted as this person's to do. */
const toBeSeen: readonly InboxSection[] = ["waiting_receipt", "in_review", "letters_late", "late"];

/** How many things wait for a person in these sections of their inbox. */
export function countToDo(
  sections: readonly { section: InboxSection; items: readonly unknown[] }[],
) {
  return sections
    .filter(({ section }) => !toBeSeen.includes(section))
    .reduce((sum, { items }) => sum + items.length, 0);
}

export function belongs(section: InboxSection, item: InboxItem, actor: Actor): boolean {
  return rules[section](item, actor);
}

/** An objection that has come to the director's ruling (裁定). */
function isObjectionFor(role: Role, { submission }: InboxItem): boolean {
  return role === "director" && submission?.kind === "objection";
}

/** As the ledger's filter has it: what is parked or closed is late no more. */
function isLate(task: WorkTask): boolean {
  return task.health.daysLate > 0 && clockStoppedOn(task) === null;
}

/** A unit for its own; whoever oversees, and the leader, for all. */
function answersFor(task: WorkTask, actor: Actor): boolean {
  if (isUnitRole(actor)) return task.leadId === actor.departmentId;
  return actor.role === "leader" || can(actor, "task.chase", task);
}

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
