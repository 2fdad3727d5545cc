import { parseObligation } from "@/lib/domain/chasing/obligations";
import { type EscalationLevel, levelName } from "@/lib/domain/chasing/reminder-policy";
import { ofAccount, ofPost } from "./account-events";
import type { AuditEvent } from "./audit-events";
import { importSentence, isImportEvent } from "./import-events";
import { corrected, sheetImported } from "./registration-events";

/** The numbers and words that an event's sentence needs, flat, for the message catalog. */
export function sentenceParams(event: AuditEvent): Record<string, string | number> {
  if (isImportEvent(event)) return importSentence(event);
  switch (event.type) {
    case "task.registered":
      return { document: event.after.document };
    case "task.assigned":
      return { lead: event.after.lead ?? "" };
    case "task.split":
      return { parent: event.parent, child: event.after.code, lead: event.after.lead };
    case "task.distributed":
      return distributed(event.after);
    case "task.sent_back":
      return { lead: event.before.lead, reason: event.reason };
    case "task.lead_changed":
      return leadChanged(event);
    case "task.unit_replaced":
      return {
        cause: event.cause,
        part: event.part,
        from: event.before.unit,
        to: event.after.unit,
      };
    case "task.due_moved": {
      const { cause: dueMoveCause, days, reason, before, after } = event;
      return { dueMoveCause, days, reason, fromDay: before.dueOn, toDay: after.dueOn };
    }
    case "task.resumed":
    case "clock.advanced":
      return { days: event.days };
    case "task.suspended":
    case "task.cancelled":
    case "task.exempted":
    case "task.reopened":
      return { reason: event.reason };
    case "task.completed": {
      const { completedOn: day, sentOn: sentDay = day } = event.after;
      return { day, sentDay, isEarlier: day < sentDay ? "yes" : "no" };
    }
    case "task.struck_off":
      return { note: event.note, files: event.files?.map(({ name }) => name).join("、") ?? "none" };
    case "submission.submitted":
      return { kind: event.kind, revision: event.revision };
    case "submission.drafted":
    case "submission.withdrawn":
    case "submission.discarded":
      return { kind: event.kind };
    case "submission.voided":
      return { kind: event.kind, cause: event.cause };
    case "submission.approved":
      return { ...decided(event), revision: event.revision };
    case "submission.returned":
    case "submission.rejected":
      return { ...decided(event), ...said(event.reason) };
    case "submission.released":
      return { kind: event.kind, disclosure: event.disclosure, ...said(event.basis) };
    case "submission.unpublished":
      return { kind: event.kind, ...said(event.reason) };
    case "evidence.attached":
    case "evidence.removed":
      return { kind: event.kind, name: event.name, of: event.isVerification ? "check" : "unit" };
    case "report.published":
      return {
        before: event.before.percent ?? -1,
        after: event.after.percent ?? -1,
        release: event.awaitsRelease ? "waits" : "done",
      };
    case "letter.received":
      return { letterKind: event.letterKind, byDay: event.dueOn };
    case "letter.erased":
      return { cause: event.cause, reason: event.reason ?? "" };
    case "letter.followed_up":
      return { byDay: event.dueOn };
    case "instruction.written":
      return { addressee: event.addressee, instruction: event.instructionId };
    case "instruction.handled":
      return { outcome: event.outcome, instruction: event.instructionId };
    case "comment.posted":
      return { names: event.mentioned.map(({ name }) => name).join("、") || "none" };
    case "chase.sent":
      return { message: event.message };
    case "chase.answered":
      return { answer: event.answer };
    case "escalation.raised":
      return { raisedTo: levelOf(event), days: event.workdaysLate };
    case "escalation.acknowledged":
      return { level: levelOf(event), note: event.note };
    case "notice.issued":
    case "notice.lifted":
      return { light: event.light };
    case "delegation.granted":
    case "delegation.ended": {
      const { principal, deputy, startsOn, endsOn } = event;
      return { principal: principal.name, deputy: deputy.name, fromDay: startsOn, toDay: endsOn };
    }
    case "account.founded":
    case "role.granted":
      return { ...ofAccount(event), role: event.role };
    case "role.changed":
      return { ...ofAccount(event), fromRole: event.before.role, role: event.after.role };
    case "role.bound":
      return { ...ofAccount(event), branch: event.after.branch ?? "none" };
    case "sign_in.unlocked":
      return { ...ofAccount(event), count: event.count };
    case "plan.configured":
      return { plan: event.plan };
    case "account.start_link_issued":
      return { account: event.account.name };
    case "unit.created":
    case "unit.moved":
      return { unit: event.unit.name, parent: event.after.parent ?? "none" };
    case "unit.edited":
    case "unit.closed":
      return { unit: event.unit.name };
    case "unit.renamed":
      return {
        ...{ before: event.before.name, after: event.after.name, fromDay: event.fromOn ?? "" },
        how: event.fromOn === null ? "corrected" : "renamed",
      };
    case "unit.name_came":
      return { before: event.before.name, after: event.after.name };
    case "unit.merged":
    case "unit.split":
      return { unit: event.unit.name, into: event.into.name, reason: event.reason };
    case "unit.person_moved":
      return { person: event.person.name, from: event.from.name, to: event.to.name };
    case "account.created":
    case "account.left":
      return { ...ofAccount(event), ...ofPost(event) };
    case "account.edited":
    case "account.enabled":
      return ofAccount(event);
    case "account.transferred": {
      const { unit: fromUnit, role: fromRole } = event.before;
      return { ...ofAccount(event), ...ofPost(event.after), fromUnit, fromRole };
    }
    case "account.disabled":
      return { ...ofAccount(event), reason: event.reason };
    case "liaison.changed":
      return { ofUnit: event.unit, from: nameOf(event.before), to: nameOf(event.after) };
    case "task.handlers_named": {
      const { handler, headInCharge } = event.after;
      return { handler: nameOf(handler), head: nameOf(headInCharge) };
    }
    case "submission.handed_over":
      return { kind: event.kind, from: event.from.name, to: nameOf(event.to) };
    case "installation.prepared":
      return { content: event.content };
    case "notification.worded":
      return { textName: event.name, after: event.after.zh ?? "none" };
    case "mail.configured":
      return { host: event.host, sender: event.sender };
    case "mail.turned_off":
      return { host: event.host };
    case "retention.set":
      return { before: event.before.days, after: event.after.days };
    case "calendar.announced":
    case "calendar.corrected":
      return { year: String(event.year) };
    case "plan.ended":
    case "plan.archived":
      return { plan: event.plan, note: event.note || "none" };
    case "registration.drafted":
      return { title: event.title, adds: event.adds ? "yes" : "no" };
    case "registration.saved":
    case "registration.proposed":
      return { title: event.title, tasks: event.tasks };
    case "registration.returned":
      return { title: event.title, reason: event.reason };
    case "registration.confirmed":
    case "registration.published":
      return { title: event.title, tasks: event.codes.length };
    case "sheet.imported":
      return sheetImported(event);
    case "registration.removed":
      return { title: event.title };
    case "correction.proposed":
    case "correction.confirmed":
    case "correction.declined":
      return corrected(event);
    case "session.others_ended":
      return { count: event.count };
    case "session.refused":
      return { username: event.username };
    case "session.refusals_counted":
      return { username: event.username ?? "none", times: event.times };
    case "follow_up.answered":
    case "follow_up.returned":
    case "follow_up.given_out":
    case "task.received":
    case "task.scope_changed":
    case "site.configured":
    case "reminders.configured":
    case "mail.tried":
    case "start.skipped":
    case "start.needed":
    case "account.updated":
    case "account.password_changed":
    case "account.password_refused":
    case "account.started":
    case "session.started":
    case "session.ended":
      return {};
  }
}

function distributed({ parts, dueOn }: Extract<AuditEvent, { type: "task.distributed" }>["after"]) {
  const [first, last] = [parts.at(0)?.code ?? "", parts.at(-1)?.code ?? ""];
  return { count: parts.length, first, last, day: dueOn ?? "" };
}

/** "none" for nobody: the catalogs select on it. */
function nameOf(person: { name: string } | null): string {
  return person?.name ?? "none";
}

/** What is said of an answer to a citizen is kept with it, where it can be erased, and not in the history. */
function said(reason: string | null) {
  return { reason: reason ?? "", isSaid: reason === null ? "no" : "yes" };
}

/** `relieved` names the units that cooperate no more, or is "none": the catalogs select on it. */
type LeadChanged = Extract<AuditEvent, { type: "task.lead_changed" }>;
function leadChanged({ before, after, reason }: LeadChanged) {
  const relieved = before.cooperating?.filter((name) => !after.cooperating?.includes(name)) ?? [];
  return { from: before.lead, to: after.lead, relieved: relieved.join("、") || "none", reason };
}

function levelOf({ obligation, level }: { obligation: string; level: EscalationLevel }) {
  return levelName(parseObligation(obligation).type, level);
}

/** `principal` is "none" for a decision made in one's own right: the catalogs select on it. */
function decided({ kind, by, onBehalfOf }: Extract<AuditEvent, { onBehalfOf: unknown }>) {
  return { kind, by, principal: onBehalfOf?.name ?? "none" };
}
