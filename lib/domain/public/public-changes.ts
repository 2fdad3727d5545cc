import type { Day } from "@/lib/domain/calendar/days";
import type { DueMoveCause } from "@/lib/domain/calendar/deadlines";
import type { LetterKind } from "@/lib/domain/letters/letters";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";

/** What the public is told of a task's way. Words that were not released are null. */
export type ChangeWhat =
  | { type: "registered" }
  | { type: "assigned"; lead: string }
  | { type: "lead_changed"; from: string; to: string }
  | { type: "sent_back" }
  | { type: "received" }
  | {
      type: "due_moved";
      from: Day;
      to: Day;
      days: number;
      cause: DueMoveCause;
      reason: string | null;
      unit: string;
    }
  | { type: "suspended"; reason: string | null }
  | { type: "resumed" }
  | { type: "report"; percent: number | null; before: number | null }
  | { type: "completed" }
  | { type: "struck_off" }
  | { type: "reopened" }
  | { type: "cancelled"; reason: string | null }
  | { type: "exempted"; reason: string | null }
  | { type: "withdrawn"; reason: string }
  | { type: "answered"; kind: LetterKind };
export type ChangeType = ChangeWhat["type"];

/** A change with its moment, whether a demo account made it, and the task it is of. */
export type PublicChange = ChangeWhat & {
  at: string;
  day: Day;
  code: string;
  title: string;
  /** Its translation, where there is one and the title is the one that everybody is shown. */
  titleEn?: string | null;
  /** The translations of the units that its sentence names, by their names, where there are any. */
  unitsEn?: Record<string, string>;
  plan: string;
  isDemo: boolean;
};

/** The name of a change, the same for good: everything in it is public. */
export function nameOfChange({ code, type, at }: PublicChange): string {
  return `${code}/${type}/${at}`;
}

/** A task's register from a moment on. */
export type Version = {
  at: Date;
  status: TaskStatus;
  lead: string | null;
  struckOffOn: Day | null;
};

type Placed = Version & { sequence: number; submissionId: string | null; release: Release | null };
/** When what was approved to make a version could be read by everybody. */
type Release = { sequence: number; at: Date };

/**
 * A task's register as everybody is told of it, oldest first: 办结 is told with its report, once that has passed its release
 * check (公开审查), with what has been done to it meanwhile; until then the task is under way.
 */
export function heldUntilReleased<Each extends Placed>(versions: readonly Each[]): Each[] {
  const told: Each[] = [];
  let held = null as { last: Each; release: Release | null } | null;
  for (const version of versions) {
    if (held?.release && held.release.sequence < version.sequence) {
      told.push({ ...held.last, ...held.release });
      held = null;
    }
    const { status, submissionId, release, sequence } = version;
    if (status !== "completed") held = null;
    else if (held) held = { ...held, last: version };
    else if (told.at(-1)?.status !== "completed" && submissionId !== null)
      held = release && release.sequence < sequence ? null : { last: version, release };
    told.push(held ? { ...version, status: "active", struckOffOn: null } : version);
  }
  return held?.release ? [...told, { ...held.last, ...held.release }] : told;
}

/** How coming to a status is told. The reasons are filled in where they were released. */
const arrivals: Partial<Record<TaskStatus, ChangeWhat>> = {
  suspended: { type: "suspended", reason: null },
  completed: { type: "completed" },
  cancelled: { type: "cancelled", reason: null },
  exempted: { type: "exempted", reason: null },
};

/** The changes that two neighbouring versions of a task's register tell of; `before` is null for the first. */
export function changesBetween(before: Version | null, after: Version): ChangeWhat[] {
  if (before === null)
    return [{ type: "registered" }, ...fromUnassigned(after), ...ending(after, null)];
  const changes: ChangeWhat[] = [];
  if (before.status === "unassigned") changes.push(...fromUnassigned(after));
  else if (before.lead !== null && after.lead !== null && before.lead !== after.lead)
    changes.push({ type: "lead_changed", from: before.lead, to: after.lead });
  if (after.status === "unassigned" && before.status !== "unassigned")
    changes.push({ type: "sent_back" });
  if (after.status === "active" && before.status !== "active" && before.status !== "unassigned")
    changes.push({ type: backToWork[before.status] ?? "received" });
  return [...changes, ...ending(after, before)];
}

const backToWork: Partial<Record<TaskStatus, "resumed" | "reopened">> = {
  suspended: "resumed",
  completed: "reopened",
  cancelled: "reopened",
  exempted: "reopened",
};

function fromUnassigned({ status, lead }: Version): ChangeWhat[] {
  if (status === "unassigned" || lead === null) return [];
  const assigned = { type: "assigned", lead } as const;
  return status === "assigned" ? [assigned] : [assigned, { type: "received" }];
}

function ending(after: Version, before: Version | null): ChangeWhat[] {
  const changes: ChangeWhat[] = [];
  const arrival = arrivals[after.status];
  if (arrival && after.status !== before?.status) changes.push(arrival);
  if (after.struckOffOn && !before?.struckOffOn) changes.push({ type: "struck_off" });
  return changes;
}

/** The units that a change's sentence names. */
export function unitsNamed(change: ChangeWhat): string[] {
  if (change.type === "assigned") return [change.lead];
  if (change.type === "lead_changed") return [change.from, change.to];
  return change.type === "due_moved" ? [change.unit] : [];
}

/**
 * The numbers and words that a change's sentence needs, flat, for `publicChanges.<type>` in the message catalog. `called` says
 * what the reader's language calls a unit.
 */
export function changeParams(
  change: ChangeWhat,
  called: (unit: string) => string = (unit) => unit,
): Record<string, string | number> {
  switch (change.type) {
    case "assigned":
      return { lead: called(change.lead) };
    case "lead_changed":
      return { from: called(change.from), to: called(change.to) };
    case "due_moved": {
      const { from: fromDay, to: toDay, days, cause, unit } = change;
      return { fromDay, toDay, days, cause, unit: called(unit) };
    }
    case "report":
      return { percent: change.percent ?? -1, before: change.before ?? -1 };
    case "answered":
      return { kind: change.kind };
    default:
      return {};
  }
}

/** What a change corrects is never silent: something published was taken back, reopened, or is less than it was. */
export function isCorrection(change: ChangeWhat): boolean {
  if (change.type === "withdrawn" || change.type === "reopened") return true;
  return change.type === "report" && (change.percent ?? 100) < (change.before ?? 0);
}

/** The released reason of a change, or null where it has none or it is not public. */
export function reasonOf(change: ChangeWhat): string | null {
  return "reason" in change ? change.reason : null;
}
