import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { type AdjustmentChange, type AdjustmentContent, adjustmentChanges } from "./contents";

export type AdjustmentFacts = {
  status: TaskStatus;
  leadId: string | null;
  /** Tells a unit that only stands for many (各市、县人民政府) and cannot lead. */
  isCollective: (departmentId: string) => boolean;
} & Around;

/** The parts of the task, and the status of what it is itself a part of. */
export type Around = {
  parts: readonly { code: string; status: TaskStatus }[];
  parentStatus: TaskStatus | null;
};

/** What may be asked for when: 恢复办理 ends a 挂起; 撤销立项 and 免予办理 also end what is suspended. */
const possibleDuring: Record<AdjustmentChange, readonly TaskStatus[]> = {
  lead: ["active"],
  scope: ["active"],
  suspend: ["active"],
  resume: ["suspended"],
  cancel: ["active", "suspended"],
  exempt: ["active", "suspended"],
};

/** The changes that a task of this status lets a unit ask for. */
export function adjustmentsOffered(status: TaskStatus): AdjustmentChange[] {
  return adjustmentChanges.filter((change) => possibleDuring[change].includes(status));
}

/**
 * Why an adjustment (调整申请) may not be sent as it is, or null: not a change for a task of this status, a clock that may not stand
 * still or run beside its parts' and its whole's, a lead that is missing, the same or no single unit, no text for a new scope, text that may not become public.
 */
export function adjustmentRefusal(
  content: AdjustmentContent,
  facts: AdjustmentFacts,
): Refusal | null {
  return (
    changeRefusal(content.change, facts.status) ??
    clockRefusal(content.change, facts) ??
    leadRefusal(content, facts) ??
    scopeRefusal(content) ??
    publicTextRefusal(content.reason, "reason")
  );
}

function changeRefusal(change: AdjustmentChange, status: TaskStatus): Refusal | null {
  if (possibleDuring[change].includes(status)) return null;
  const code = change === "resume" ? "adjustment_needs_suspended" : "adjustment_needs_active";
  return refuse(code, { field: "change" });
}

/**
 * Why the clock of a task may not stand still (挂起) or run again (恢复办理), or null: no part is under way while its whole is
 * suspended. Asked again at approval.
 */
export function clockRefusal(
  change: AdjustmentChange,
  { parts, parentStatus }: Around,
): Refusal | null {
  const field = "change";
  const underWay = parts.filter(({ status }) => status === "active");
  const [first] = underWay;
  if (change === "suspend" && first)
    return refuse("parts_under_way", {
      field,
      params: { count: underWay.length, code: first.code },
    });
  if (change === "resume" && parentStatus === "suspended")
    return refuse("parent_suspended", { field });
  return null;
}

function leadRefusal(
  { change, leadId }: AdjustmentContent,
  facts: AdjustmentFacts,
): Refusal | null {
  if (change !== "lead") return null;
  const field = "leadId";
  if (leadId === null) return refuse("lead_required", { field });
  if (leadId === facts.leadId) return refuse("lead_unchanged", { field });
  return facts.isCollective(leadId) ? refuse("lead_is_collective", { field }) : null;
}

function scopeRefusal({ change, scope }: AdjustmentContent): Refusal | null {
  if (change !== "scope") return null;
  if (scope.trim() === "") return refuse("scope_required", { field: "scope" });
  return publicTextRefusal(scope, "scope");
}
