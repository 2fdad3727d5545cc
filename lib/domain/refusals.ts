/** Why something was not done. Each code has its sentence in `messages/*.json` under `refusals`. */
export const refusalCodes = [
  "session_expired",
  "origin_refused",
  "invalid_input",
  "not_allowed",
  "not_found",
  "other_unit",
  "task_not_assignable",
  "task_not_assigned",
  "task_already_received",
  "task_not_active",
  "task_not_tracked",
  "task_changed",
  "children_open",
  "lead_required",
  "lead_cannot_cooperate",
  "lead_is_collective",
  "unit_unknown",
  "deadline_from_source",
  "deadline_past",
  "submission_open",
  "submission_changed",
  "submission_wrong_status",
  "submission_not_your_step",
  "submission_own_work",
  "submission_already_decided",
  "submission_kind_cannot",
  "reason_required",
  "percent_required",
  "percent_rolled_up",
  "period_not_offered",
  "personal_data",
  "secrecy_marking",
  "request_reused",
  "sign_in_failed",
  "sign_in_locked",
  "unavailable",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = {
  code: RefusalCode;
  /** The input field the person can mend, if there is one. */
  field?: string;
  params?: Record<string, string | number>;
};

/** Thrown inside a mutation so that its transaction rolls back; `action()` turns it back into a refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(code: RefusalCode, detail: Omit<Refusal, "code"> = {}): Refusal {
  return { code, ...detail };
}

/** Throws when a rule refused. */
export function insist(refusal: Refusal | null): void {
  if (refusal) throw new Refused(refusal);
}
