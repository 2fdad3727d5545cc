import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { Refusal, RefusalCode } from "@/lib/domain/refusals";

/** What can be done instead of what was refused: each has its words and its page. */
export const waysOn = [
  "receive",
  "report",
  "adjust",
  "resume",
  "extend_parent",
  "reopen_parent",
  "see_parts",
  "see_task",
] as const;
export type Way = (typeof waysOn)[number];
export type WayOn = { way: Way; href: string; code: string };

type AboutTask = {
  code: string;
  leadDepartmentId: string | null;
  parentCode: string | null;
  parentLeadId: string | null;
};

const ways: { [Code in RefusalCode]?: readonly Way[] } = {
  task_not_received: ["receive"],
  task_already_received: ["adjust"],
  task_suspended: ["resume"],
  task_closed: ["see_task"],
  task_struck_off: ["see_task"],
  task_not_completed: ["see_task"],
  strike_off_own_decision: ["see_task"],
  extension_at_parent: ["extend_parent", "report"],
  extension_late: ["report", "adjust"],
  extension_without_date: ["adjust"],
  objection_late: ["receive"],
  children_open: ["see_parts"],
  parent_closed: ["reopen_parent"],
};

/** Where a refusal on a page of this task leads on to, as far as this person may go there; empty where it is the end. */
export function waysOnFrom({ code }: Refusal, task: AboutTask, actor: Actor): WayOn[] {
  return (ways[code] ?? []).flatMap((way) => {
    const to = pageOf(way, task, actor);
    return to ? [{ way, ...to }] : [];
  });
}

function pageOf(way: Way, task: AboutTask, actor: Actor): Omit<WayOn, "way"> | null {
  const { code, parentCode, parentLeadId } = task;
  const leads = can(actor, "submission.write", { leadDepartmentId: task.leadDepartmentId });
  switch (way) {
    case "receive":
      return leads ? { href: `/work/${code}`, code } : null;
    case "report":
      return leads ? { href: `/reports/${code}`, code } : null;
    case "adjust":
    case "resume":
      return leads ? { href: `/requests/adjustment/${code}`, code } : null;
    case "extend_parent": {
      const leadsParent = can(actor, "submission.write", { leadDepartmentId: parentLeadId });
      return parentCode && leadsParent
        ? { href: `/requests/extension/${parentCode}`, code: parentCode }
        : null;
    }
    case "reopen_parent": {
      const mayReopen = can(actor, "task.reopen", { leadDepartmentId: parentLeadId });
      return parentCode && mayReopen
        ? { href: `/reopenings/${parentCode}`, code: parentCode }
        : null;
    }
    case "see_parts":
      return { href: `/work/${code}#parts`, code };
    case "see_task":
      return { href: `/work/${code}`, code };
  }
}
