import type { AuditEvent, AuditEventType } from "@/lib/domain/audit/audit-events";
import { instructionSubject } from "@/lib/domain/instructions";
import { can, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Staff, unitPeople, withRole } from "@/lib/domain/people/staff";
import { releaseRefusal } from "@/lib/domain/releases";
import { type SubmissionState, transitionRefusal } from "@/lib/domain/submissions/submissions";

/** What people are told of an event. Each has its words under `notifications` in `messages/*.json`. */
export const announcementSentences = [
  "task_assigned",
  "task_cooperates",
  "task_taken_away",
  "task_split",
  "task_sent_back",
  "task_lead_changed",
  "task_due_moved",
  "task_suspended",
  "task_resumed",
  "task_cancelled",
  "task_exempted",
  "task_struck_off",
  "task_reopened",
  "task_edition_adjust",
  "task_edition_correct",
  "submission_to_decide",
  "submission_approved",
  "submission_to_release",
  "submission_returned",
  "submission_rejected",
  "submission_voided",
  "letter_received",
  "letter_followed_up",
  "follow_up_to_check",
  "follow_up_returned",
  "comment_mention",
  "comment_posted",
  "chase_sent",
  "chase_answered",
  "instruction_written",
  "instruction_handled",
  "instruction_answered",
  "delegation_granted",
  "delegation_ended",
  "work_taken_over",
  "role_to_grant",
  "roles_to_grant",
] as const;
export type AnnouncementSentence = (typeof announcementSentences)[number];

/**
 * What is so when an event is announced. `awaitsRelease` says that the submission was approved and its release check is
 * still to be made; `chaserId` is who sent the 催办 that was answered, `instructorIds` the leaders whose 批示 that answers.
 */
export type Circumstances = {
  staff: Staff;
  task: Subject;
  submission: (SubmissionState & { revision: number }) | null;
  awaitsRelease: boolean;
  commenterIds: readonly string[];
  chaserId: string | null;
  instructorIds: readonly string[];
};

type Announcement = [AnnouncementSentence, readonly Actor[]];
type Recipients<Type extends AuditEventType> = (
  event: Extract<AuditEvent, { type: Type }>,
  circumstances: Circumstances,
  actorId: string | null,
) => Announcement[];

const toLead =
  (sentence: AnnouncementSentence) =>
  (_event: AuditEvent, { staff, task }: Circumstances): Announcement[] => [
    [sentence, unitPeople(task.leadDepartmentId ?? null, staff)],
  ];

/** Which events others must hear of, and who. Of two sentences for one person the first is said. */
const recipients: { [Type in AuditEventType]?: Recipients<Type> } = {
  "task.assigned": ({ before, after }, { staff }) => [
    ["task_assigned", unitPeople(after.leadId, staff)],
    ["task_cooperates", officials(after.cooperatingIds, staff)],
    // A unit that was only proposed had never heard of the task.
    ["task_taken_away", before.ownerBasis === "confirmed" ? unitPeople(before.leadId, staff) : []],
  ],
  "task.split": toLead("task_split"),
  "task.sent_back": (_, { staff, task }) => [
    ["task_sent_back", staff.filter((person) => can(person, "task.assign", task))],
  ],
  "task.lead_changed": (_, { staff, task, submission }) => [
    ["task_lead_changed", unitPeople(task.leadDepartmentId ?? null, staff)],
    ["task_lead_changed", unitPeople(submission?.departmentId ?? null, staff)],
  ],
  "task.due_moved": toLead("task_due_moved"),
  "task.suspended": toLead("task_suspended"),
  "task.resumed": toLead("task_resumed"),
  "task.cancelled": toLead("task_cancelled"),
  "task.exempted": toLead("task_exempted"),
  "task.struck_off": toLead("task_struck_off"),
  "task.reopened": toLead("task_reopened"),
  "import.change_decided": ({ decision }, { staff, task }) => {
    if (decision === "adjust")
      return [["task_edition_adjust", unitPeople(task.leadDepartmentId ?? null, staff)]];
    const proposers = staff.filter((person) => can(person, "correction.propose", task));
    return decision === "correct" ? [["task_edition_correct", proposers]] : [];
  },
  "submission.submitted": ({ revision }, circumstances) => [
    ["submission_to_decide", deciders(circumstances, revision, 1)],
  ],
  "submission.approved": ({ final, revision, step }, circumstances) =>
    final
      ? [
          ["submission_approved", writers(circumstances)],
          ["submission_to_release", releasers(circumstances)],
        ]
      : [["submission_to_decide", deciders(circumstances, revision, step + 1)]],
  "submission.returned": (_, circumstances) => [["submission_returned", writers(circumstances)]],
  "submission.rejected": (_, circumstances) => [["submission_rejected", writers(circumstances)]],
  "submission.voided": (_, circumstances) => [["submission_voided", contributors(circumstances)]],
  "letter.received": toLead("letter_received"),
  "letter.followed_up": (_, { staff, task }) => [
    ["letter_followed_up", staff.filter((person) => can(person, "follow_up.answer", task))],
  ],
  "follow_up.answered": (_, { staff, task }) => [
    ["follow_up_to_check", staff.filter((person) => can(person, "follow_up.check", task))],
  ],
  "follow_up.returned": (_, { staff, task }) => [
    ["follow_up_returned", staff.filter((person) => can(person, "follow_up.answer", task))],
  ],
  "comment.posted": ({ mentioned }, { staff, task, commenterIds }) => {
    const viewers = staff.filter((person) => can(person, "task.view", task));
    const mentionedIds = mentioned.map(({ id }) => id);
    return [
      ["comment_mention", viewers.filter(({ id }) => mentionedIds.includes(id))],
      ["comment_posted", viewers.filter(({ id }) => commenterIds.includes(id))],
    ];
  },
  // process.md §8: 催办 that misses people is the complaint; it goes to everybody of the unit.
  "chase.sent": toLead("chase_sent"),
  "chase.answered": (_, { staff, chaserId, instructorIds }) => [
    ["chase_answered", staff.filter(({ id }) => id === chaserId)],
    ["instruction_answered", staff.filter(({ id }) => instructorIds.includes(id))],
  ],
  "task.completed": (_, { staff, instructorIds }) => [
    ["instruction_answered", staff.filter(({ id }) => instructorIds.includes(id))],
  ],
  "instruction.written": (_, { staff, task }, actorId) => {
    const author = staff.find(({ id }) => id === actorId);
    const isOfTask = task.leadDepartmentId !== undefined;
    const about = instructionSubject(isOfTask ? task : null, author?.departmentId ?? "");
    const directors = withRole(staff, "director");
    return [
      [
        "instruction_written",
        directors.filter((person) => can(person, "instruction.handle", about)),
      ],
    ];
  },
  "instruction.handled": ({ author }, { staff }) => [
    ["instruction_handled", staff.filter(({ id }) => id === author.id)],
  ],
  "delegation.granted": ({ deputy }, { staff }) => [
    ["delegation_granted", staff.filter(({ id }) => id === deputy.id)],
  ],
  "delegation.ended": ({ deputy }, { staff }) => [
    ["delegation_ended", staff.filter(({ id }) => id === deputy.id)],
  ],
  "account.created": toGranters,
  "sheet.imported": ({ kind, made }, { staff }) =>
    kind === "people" && made > 0 ? [["roles_to_grant", withRole(staff, "security_admin")]] : [],
  "account.enabled": toGranters,
  "account.transferred": (event, circumstances) => [
    ["work_taken_over", named(event.successors, circumstances)],
    ...(event.before.role === event.after.role ? [] : toGranters(event, circumstances)),
  ],
  "account.left": ({ successors }, circumstances) => [
    ["work_taken_over", named(successors, circumstances)],
  ],
};

/** Whether others must hear of an event. A split is in the history of both tasks, and told once, with the new one. */
export function isAnnounced(event: AuditEvent, taskCode: string | null): boolean {
  if (event.type === "task.split") return event.after.code === taskCode;
  return event.type in recipients;
}

/** Who is told of an event and in which sentence: nobody twice, and never whoever did it. */
export function announcementsOf(
  event: AuditEvent,
  actorId: string | null,
  circumstances: Circumstances,
): { userId: string; sentence: AnnouncementSentence }[] {
  const hear = recipients[event.type] as Recipients<AuditEventType> | undefined;
  const told = new Map<string, AnnouncementSentence>();
  for (const [sentence, people] of hear?.(event, circumstances, actorId) ?? [])
    for (const { id } of people) if (!told.has(id)) told.set(id, sentence);
  if (actorId) told.delete(actorId);
  return [...told].map(([userId, sentence]) => ({ userId, sentence }));
}

function named(people: readonly { id: string }[], { staff }: Circumstances): Actor[] {
  return staff.filter(({ id }) => people.some((each) => each.id === id));
}

/** Those who grant roles, where one waits for it. */
function toGranters(_event: AuditEvent, { staff }: Circumstances): Announcement[] {
  return [["role_to_grant", withRole(staff, "security_admin")]];
}

/** Whoever the rules let decide on what was sent, deputies too; nobody once it has been decided or taken back. */
function deciders({ staff, submission }: Circumstances, revision: number, step: number): Actor[] {
  if (submission?.step !== step || submission.revision !== revision) return [];
  return staff.filter((person) => transitionRefusal(person, "approve", submission) === null);
}

/** Whoever the rules let make the release check that waits. */
function releasers({ staff, submission, awaitsRelease }: Circumstances): Actor[] {
  if (!submission || !awaitsRelease) return [];
  // What was approved just now nobody has verified yet.
  const waiting = { ...submission, verifierId: null, disclosure: null, isWithdrawn: false };
  return staff.filter((person) => releaseRefusal(person, waiting) === null);
}

/** Those who wrote on a submission and are still of its unit. */
function contributors({ staff, submission }: Circumstances): Actor[] {
  return staff.filter(
    ({ personId, departmentId }) =>
      departmentId === submission?.departmentId && submission.contributorIds.includes(personId),
  );
}

function writers(circumstances: Circumstances): Actor[] {
  const { staff, submission } = circumstances;
  return [
    ...contributors(circumstances),
    ...officials(submission ? [submission.departmentId] : [], staff),
  ];
}

function officials(departmentIds: readonly string[], staff: Staff): Actor[] {
  return staff.filter(
    ({ role, departmentId }) => role === "official" && departmentIds.includes(departmentId),
  );
}
