import { z } from "zod";
import type { Query } from "@/lib/domain/inputs";
import { isFor, type Permission } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";
import type { Wait } from "./takers";

/**
 * 待完善: where nobody is left to do what waits or will. Of a unit that has a part in open tasks, of a role that the office
 * needs, of a plan's steps, or of one thing that waits and that everybody who could take it has written on. Each with what
 * its reader must be allowed to read.
 */
const readBy = {
  unit_without_account: "gap.view",
  unit_without_head: "gap.view",
  unit_without_overseer: "gap.view",
  role_without_account: "gap.view",
  too_few_supervisors: "task.view",
  step_without_reviewer: "task.view",
  release_without_checker: "release.read",
  completion_without_verifier: "task.view",
  follow_up_without_checker: "letter.read",
  correction_without_confirmer: "correction.confirm",
  registration_without_confirmer: "plan.draft",
} as const satisfies Record<string, Permission>;
export type GapKind = keyof typeof readBy;
export const gapKinds = Object.keys(readBy) as GapKind[];

/** Those that are of no one task: of units, roles and plans. */
export const kindsWithoutTask = [
  "unit_without_account",
  "unit_without_head",
  "unit_without_overseer",
  "role_without_account",
  "too_few_supervisors",
] as const satisfies readonly GapKind[];

/** Which gaps a role is shown and told of, who can mend them being who reads the list: none for everybody else. */
export function gapKindsFor(role: Role): GapKind[] {
  if (!isFor(role, "gap.view")) return [];
  return gapKinds.filter((kind) => isFor(role, readBy[kind]));
}

/** What a gap is about; what its kind does not have is null. `subject` names what waits, or the unit, plan or role. */
export type Gap = {
  key: string;
  kind: GapKind;
  subject: string;
  /** The step or act that has nobody, where the kind leaves that open. */
  wait: Wait | null;
  role: Role | null;
  unit: string | null;
  task: { code: string; title: string } | null;
  plan: string | null;
};

/** Where a reader of this role looks at it or mends it; null where they can do neither. */
export function gapPath({ kind, subject, unit, task }: Gap, role: Role): string | null {
  const may = (permission: Permission) => isFor(role, permission);
  const ofTask = task && may("task.view") ? `/work/${task.code}` : null;
  switch (kind) {
    case "step_without_reviewer":
      return may("submission.view") ? `/reviews/${subject}` : ofTask;
    case "completion_without_verifier":
      return ofTask;
    case "release_without_checker":
      return `/releases/${subject}`;
    case "follow_up_without_checker":
      return `/work/letters/${subject}`;
    case "correction_without_confirmer":
      return `/corrections/${subject}`;
    case "registration_without_confirmer":
      return `/registrations/${subject}`;
    default:
      if (may("account.manage"))
        return `/people?${new URLSearchParams(unit === null ? {} : { unit })}`;
      return may("role.grant") ? "/roles" : null;
  }
}

/** What the list is narrowed to. */
export type GapFilters = { kind: GapKind | "" };
const filtersSchema = z.object({ kind: z.enum(gapKinds).or(z.literal("")).catch("").default("") });
export function readGapFilters(query: Query): GapFilters {
  return filtersSchema.parse(query);
}

/** How a sentence names a gap: its kind, and the unit or plan where it has one. */
export function gapWords({ kind, unit, plan }: Gap): { gap: GapKind; name: string } {
  return { gap: kind, name: unit ?? plan ?? "none" };
}

const moving = [
  ...[
    "account.",
    "role.",
    "unit.",
    "plan.configured",
    "submission.submitted",
    "submission.approved",
  ],
  ...["task.assigned", "task.distributed", "task.split", "task.lead_changed", "task.reopened"],
];

/** Whether an event of this type makes or mends a gap so often that it is looked for at once, not within the hour. */
export function movesGaps(type: string): boolean {
  return moving.some((begin) => type.startsWith(begin));
}
