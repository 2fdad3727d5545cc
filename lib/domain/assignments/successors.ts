import type { SubmissionKind } from "@/lib/domain/kinds";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";

/**
 * What becomes of an open text of a unit whose place another takes. One never sent goes over as it is. What was sent is bound
 * to its unit by its hash: it ends, and the successor gets its words and evidence as a draft. A part (配合情况) ends where
 * the successor leads, or writes one of its own.
 */
export function fateOf(
  { kind, wasSent }: { kind: SubmissionKind; wasSent: boolean },
  successor: { isLead: boolean; writesPart: boolean },
): "moves" | "copied" | "ends" {
  if (kind === "contribution" && (successor.isLead || successor.writesPart)) return "ends";
  return wasSent ? "copied" : "moves";
}

/** A plan's review steps once `to` countersigns (会签) in the place of `from`: once, where it did so already. */
export function stepsReplaced(
  steps: readonly ReviewStep[],
  from: string,
  to: string,
): ReviewStep[] {
  const replaced = steps.map((step) =>
    step.by === "countersign" && step.departmentId === from ? { ...step, departmentId: to } : step,
  );
  const isFirst = (step: ReviewStep, place: number) =>
    replaced.findIndex((each) => each.by === step.by && each.departmentId === step.departmentId) ===
    place;
  return replaced.filter((step, place) => step.by !== "countersign" || isFirst(step, place));
}
