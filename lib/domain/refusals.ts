/** Why something was not done. Each code has its sentence in `messages/*.json` under `refusals`. */
export const refusalCodes = [
  "session_expired",
  "origin_refused",
  "invalid_input",
  "too_long",
  "not_allowed",
  "not_found",
  "other_unit",
  "task_not_assigned",
  "task_not_received",
  "task_already_received",
  "task_suspended",
  "task_closed",
  "task_not_completed",
  "task_struck_off",
  "task_not_tracked",
  "task_changed",
  "parent_closed",
  "children_open",
  "objection_open",
  "letter_answered",
  "letter_erased",
  "letter_not_taken",
  "letter_personal_data",
  "letters_too_many",
  "subscriptions_too_many",
  "release_not_approved",
  "release_decided",
  "release_not_public",
  "release_withdrawn",
  "objection_late",
  "lead_required",
  "lead_cannot_cooperate",
  "lead_is_collective",
  "lead_unchanged",
  "unit_unknown",
  "person_unknown",
  "deadline_from_source",
  "deadline_past",
  "deadline_after_parent",
  "deadline_required",
  "split_too_deep",
  "extension_late",
  "extension_without_date",
  "extension_not_later",
  "extension_gone_by",
  "extension_at_parent",
  "adjustment_needs_active",
  "adjustment_needs_suspended",
  "scope_required",
  "evidence_required",
  "file_too_large",
  "file_type_refused",
  "file_damaged",
  "file_too_slow",
  "file_infected",
  "scanner_away",
  "files_too_many",
  "files_too_large",
  "task_files_too_large",
  "uploads_too_many",
  "disk_low",
  "submission_changed",
  "submission_wrong_status",
  "submission_not_your_step",
  "submission_own_work",
  "submission_already_decided",
  "submission_kind_cannot",
  "reason_required",
  "percent_required",
  "percent_rolled_up",
  "percent_changed",
  "period_not_offered",
  "role_own",
  "role_combined",
  "role_granted",
  "role_needs_branch",
  "branch_not_for_role",
  "account_disabled",
  "deputy_other_unit",
  "deputy_of_supervisor",
  "deputy_self",
  "deputy_chain",
  "deputy_dates",
  "chase_answered",
  "escalation_acknowledged",
  "escalation_over",
  "steps_without_reviewer",
  "too_few_heads",
  "too_few_supervisors",
  "settings_unchanged",
  "setting_changed",
  "step_unit_required",
  "step_twice",
  "last_step_by_head",
  "far_behind_not_further",
  "escalation_levels_fall",
  "clock_is_real",
  "personal_data",
  "secrecy_marking",
  "request_reused",
  "sign_in_failed",
  "sign_in_locked",
  "sign_in_busy",
  "sign_ins_too_many",
  "presses_too_many",
  "changes_too_many",
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
