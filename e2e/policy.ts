import type { Permission } from "@/lib/domain/permissions";

/**
 * Every door of the site, and whom it is for. Nobody gets past one that is not here: surface.spec.ts reads Next's own
 * manifests and fails on any route or action that this table does not name.
 */
export type Door = "everybody" | "signed in" | Permission;

export const routes: Record<string, Door> = {
  "/[locale]": "everybody",
  "/[locale]/[...rest]": "everybody",
  "/[locale]/documents/[slug]": "everybody",
  "/[locale]/plans/[slug]": "everybody",
  "/[locale]/tasks/[code]": "everybody",
  "/[locale]/sign-in": "everybody",
  "/[locale]/account": "signed in",
  "/[locale]/assignments/[code]": "task.assign",
  "/[locale]/audit": "audit.view",
  "/[locale]/demo-clock": "clock.advance",
  "/[locale]/inbox": "signed in",
  "/[locale]/messages": "signed in",
  "/[locale]/reopenings/[code]": "task.reopen",
  "/[locale]/reports/[code]": "submission.write",
  "/[locale]/requests/[kind]/[code]": "submission.write",
  "/[locale]/reviews/[id]": "submission.view",
  "/[locale]/settings": "plan.configure",
  "/[locale]/settings/[slug]": "plan.configure",
  "/[locale]/splits/[code]": "task.split",
  "/[locale]/strike-offs/[code]": "task.strike_off",
  "/[locale]/work": "signed in",
  "/[locale]/work/[code]": "task.view",
  "/[locale]/work/export": "signed in",
  "/api/auth/[...nextauth]": "everybody",
  "/api/evidence": "submission.write",
  "/api/evidence/[id]": "submission.view",
  "/api/health": "everybody",
  "/api/v1/plans": "everybody",
  "/api/v1/tasks": "everybody",
  "/_global-error": "everybody",
  "/_not-found": "everybody",
  "/icon.svg": "everybody",
};

/** By file under app/[locale]/(workspace) and name. */
export const actions: Record<string, Door> = {
  "account/actions.ts#grant": "deputation.grant",
  "account/actions.ts#end": "deputation.grant",
  "account/actions.ts#saveEmail": "account.update",
  "assignments/[code]/actions.ts#assign": "task.assign",
  "demo-clock/actions.ts#advance": "clock.advance",
  "messages/actions.ts#read": "notification.read",
  "receive-action.ts#receive": "task.receive",
  "receive-action.ts#receiveAll": "task.receive",
  "reopenings/[code]/actions.ts#reopen": "task.reopen",
  "reviews/[id]/actions.ts#decide": "submission.decide",
  "reviews/batch-action.ts#approveAll": "submission.decide",
  "session-actions.ts#askLeft": "everybody",
  "session-actions.ts#stayOn": "everybody",
  "settings/[slug]/actions.ts#configure": "plan.configure",
  "splits/[code]/actions.ts#split": "task.split",
  "strike-offs/[code]/actions.ts#strike": "task.strike_off",
  "submission-actions.ts#save": "submission.write",
  "submission-actions.ts#submit": "submission.write",
  "submission-actions.ts#withdraw": "submission.write",
  "submission-actions.ts#discard": "submission.write",
  "work/[code]/chase-actions.ts#acknowledge": "escalation.acknowledge",
  "work/[code]/chase-actions.ts#answer": "chase.answer",
  "work/[code]/chase-actions.ts#chase": "task.chase",
  "work/[code]/comment-actions.ts#comment": "comment.write",
};
