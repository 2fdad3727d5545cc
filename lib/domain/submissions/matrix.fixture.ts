import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Role } from "@/lib/domain/people/roles";
import type { RefusalCode } from "@/lib/domain/refusals";
import {
  type TaskAct,
  type TaskKind,
  type TaskStatus,
  taskStatuses,
} from "@/lib/domain/tasks/tasks";
import type { Reviewer } from "./submission-kinds";
import type { SubmissionStatus, Transition } from "./submissions";

/**
 * The workflow told a second time, from the tables of the design and not from the code: tests hold the two together.
 * What is refused is refused for the first reason of each list.
 */

/** The part that a person's unit has in the task. */
export type Part = "lead" | "cooperating" | "countersigning" | "parent" | "other";
export type Expected = RefusalCode | "allowed";
type First = [applies: boolean, refusal: RefusalCode];

const firstOf = (reasons: First[]): Expected =>
  reasons.find(([applies]) => applies)?.[1] ?? "allowed";

export type Cell = {
  transition: Transition;
  kind: SubmissionKind;
  status: SubmissionStatus;
  /** Whose step it is; null outside review. */
  reviewer: Reviewer | null;
  taskStatus: TaskStatus;
};
/** In whose right: of a role, from a unit, and what the two persons concerned have already done. */
export type Right = { role: Role; part: Part; contributed: boolean; decided: boolean };

/** Written by the lead unit, but for the cooperating unit's part. */
const writtenBy: Record<SubmissionKind, Part> = {
  progress: "lead",
  completion: "lead",
  extension: "lead",
  adjustment: "lead",
  objection: "lead",
  contribution: "cooperating",
  answer: "lead",
};
/** An objection comes before receipt, a suspended task can only be adjusted, everything else is work under way. */
const taskMustBe: Record<SubmissionKind, TaskStatus[]> = {
  progress: ["active"],
  completion: ["active"],
  extension: ["active"],
  adjustment: ["active", "suspended"],
  objection: ["assigned"],
  contribution: ["active"],
  answer: [...taskStatuses],
};
const starts: Record<Transition, SubmissionStatus[]> = {
  edit: ["draft", "returned"],
  submit: ["draft", "returned"],
  withdraw: ["in_review"],
  discard: ["draft", "returned"],
  approve: ["in_review"],
  return: ["in_review"],
  reject: ["in_review"],
};
const ends: Record<Transition, SubmissionStatus | null> = {
  edit: null,
  submit: "in_review",
  withdraw: "draft",
  discard: "discarded",
  approve: "approved",
  return: "returned",
  reject: "rejected",
};
const tidies: Transition[] = ["withdraw", "discard"];
const decides: Transition[] = ["approve", "return", "reject"];
const isMendedInstead: SubmissionKind[] = ["progress", "contribution", "answer"];

/** Why a task is not one that lets this happen, by what it is. */
const refusalByStatus: Record<TaskStatus, RefusalCode> = {
  unassigned: "task_not_assigned",
  assigned: "task_not_received",
  active: "task_already_received",
  suspended: "task_suspended",
  completed: "task_closed",
  cancelled: "task_closed",
  exempted: "task_closed",
};

function stateReasons({ transition, kind, status, taskStatus }: Cell): First[] {
  const isOver = !tidies.includes(transition) && !taskMustBe[kind].includes(taskStatus);
  return [
    [transition === "reject" && isMendedInstead.includes(kind), "submission_kind_cannot"],
    [!starts[transition].includes(status), "submission_wrong_status"],
    [isOver, refusalByStatus[taskStatus]],
  ];
}

function toWrite(cell: Cell, { role, part }: Right): Expected {
  return firstOf([
    [role !== "official" && role !== "head", "not_allowed"],
    [part !== writtenBy[cell.kind], "other_unit"],
    ...stateReasons(cell),
  ]);
}

function toDecide(cell: Cell, { role, part, contributed, decided }: Right): Expected {
  const ofWriter = part === writtenBy[cell.kind];
  const atStep: Record<Reviewer, boolean> = {
    head: role === "head" && ofWriter,
    countersign: role === "head" && part === "countersigning",
    supervisor: role === "supervisor",
    director: role === "director",
  };
  return firstOf([
    [!["head", "supervisor", "director"].includes(role), "not_allowed"],
    [role === "head" && !ofWriter && part !== "countersigning", "other_unit"],
    ...stateReasons(cell),
    [cell.reviewer === null || !atStep[cell.reviewer], "submission_not_your_step"],
    [contributed, "submission_own_work"],
    [decided, "submission_already_decided"],
  ]);
}

/** A deputy decides in their own right if it suffices, else in the one lent; and writes in nobody else's. */
export function expectedOf(cell: Cell, own: Right, lent: Right | null): Expected {
  if (!decides.includes(cell.transition)) return toWrite(cell, own);
  const [inOwn, inLent] = [toDecide(cell, own), lent && toDecide(cell, lent)];
  if (inOwn === "allowed" || inLent === null) return inOwn;
  return inLent === "allowed" || inOwn === "not_allowed" ? inLent : inOwn;
}

/** Who may read a submission that was sent: the unit that wrote, the lead, who countersigns, who oversees; no administrator. */
function sees({ kind }: Cell, { role, part }: Right): boolean {
  if (role.endsWith("_admin")) return false;
  if (role !== "official" && role !== "head") return true;
  return part === writtenBy[kind] || part === "lead" || part === "countersigning";
}

/** What is heard of a submission that was sent and is named by its id: it is not there for whoever may not read it. */
export function expectedById(cell: Cell, right: Right, expected: Expected): Expected {
  return expected === "allowed" || sees(cell, right) ? expected : "not_found";
}

/** Where an allowed transition leads at the last of the steps. */
export function endOf({ transition, status }: Cell): SubmissionStatus {
  return ends[transition] ?? status;
}

const actors: Record<TaskAct, { roles: Role[]; leadOnly: boolean; taskMustBe: TaskStatus[] }> = {
  assign: { roles: ["system_admin"], leadOnly: false, taskMustBe: ["unassigned", "assigned"] },
  distribute: {
    roles: ["system_admin"],
    leadOnly: false,
    taskMustBe: ["unassigned", "assigned", "active"],
  },
  receive: { roles: ["official", "head"], leadOnly: true, taskMustBe: ["assigned"] },
  split: { roles: ["official", "head"], leadOnly: true, taskMustBe: ["active"] },
  chase: { roles: ["supervisor", "director"], leadOnly: false, taskMustBe: ["assigned", "active"] },
  strike_off: { roles: ["supervisor", "director"], leadOnly: false, taskMustBe: ["completed"] },
  reopen: {
    roles: ["supervisor", "director"],
    leadOnly: false,
    taskMustBe: ["completed", "cancelled", "exempted"],
  },
};

export type TaskCell = {
  act: TaskAct;
  kind: TaskKind;
  status: TaskStatus;
  isStruckOff: boolean;
  parentStatus: TaskStatus | null;
};

/** The same for what is done to a task itself. */
export function expectedAct(
  cell: TaskCell,
  { role, part }: Pick<Right, "role" | "part">,
): Expected {
  const { act, kind, status, isStruckOff, parentStatus } = cell;
  const rule = actors[act];
  const isClosed = (each: TaskStatus | null) =>
    each !== null && refusalByStatus[each] === "task_closed";
  const waitsForEnd = rule.taskMustBe.every(isClosed) && !isClosed(status);
  return firstOf([
    [!rule.roles.includes(role), "not_allowed"],
    [rule.leadOnly && part !== "lead", "other_unit"],
    [kind === "principle", "task_not_tracked"],
    [act === "strike_off" && isStruckOff, "task_struck_off"],
    [act === "reopen" && isClosed(parentStatus), "parent_closed"],
    [
      !rule.taskMustBe.includes(status),
      waitsForEnd ? "task_not_completed" : refusalByStatus[status],
    ],
  ]);
}
