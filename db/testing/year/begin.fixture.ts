import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { SubmissionContent } from "@/lib/domain/submissions/contents";
import type { SubmitInput } from "@/lib/domain/submissions/inputs";
import type { Entry } from "./acts.fixture";
import type { Draw } from "./draw.fixture";

/** What a unit asks for of itself, and how often of ten. */
const wishes = [
  ...Array(4).fill("completion"),
  ...Array(3).fill("extension"),
  ...Array(3).fill("adjustment"),
] as const;

/**
 * What somebody of a unit sends without being asked: 办结, 延期 and 变更牵头单位 of what it has in hand, 异议 to what it is
 * given. Null where there is nothing to send it about.
 */
export function wishOf(
  entries: readonly Entry[],
  others: readonly string[],
  day: Day,
  draw: Draw,
): SubmitInput | null {
  const about = entries.filter(({ section }) => section === "in_hand" || section === "to_receive");
  const entry = about[draw(about.length || 1)];
  if (!entry) return null;
  const { task } = entry.item;
  const wish = entry.section === "to_receive" ? "objection" : wishes[draw(wishes.length)];
  const leadId = others[draw(others.length)] ?? null;
  const reason = "情况有变，需要调整。";
  const contents: Partial<Record<SubmissionKind, SubmissionContent>> = {
    objection: { reason, suggestedLeadId: leadId },
    extension: {
      newDueOn: addDays(task.dueOn && task.dueOn > day ? task.dueOn : day, 20 + draw(60)),
      ...{ reason, progress: "正在推进。" },
    },
    adjustment: { change: "lead", reason, leadId, scope: "" },
    completion: {
      ...{ progress: "已全部完成。", problems: "", nextSteps: "转入日常管护。", noNews: false },
      percent: task.health.childCount === 0 ? 100 : null,
      ...{ periodStart: addDays(day, -30), periodEnd: day, completedOn: day },
    },
  };
  const content = wish && contents[wish as SubmissionKind];
  return { key: randomUUID(), code: task.code, version: null, kind: wish, content } as SubmitInput;
}

/**
 * Who is late for another's delay, in words: an escalation raised on a day, or a public 逾期, about what the unit had sent
 * in time and others have not decided.
 */
export async function lateForAnother(day: Day): Promise<string[]> {
  const rows = await database().execute<{ said: string }>(sql`
    with in_review as (
      select s.task_id, s.kind, (r.submitted_at at time zone 'Asia/Shanghai')::date as sent_on
      from submissions s
      join lateral (select submitted_at from revisions where submission_id = s.id order by number desc limit 1) r on true
      where s.status = 'in_review')
    select 'late for another: ' || t.code || ' ' || e.obligation || ' ' || e.level as said
      from escalations e join tasks t on t.id = e.task_id join in_review w on w.task_id = t.id
      where (e.raised_at at time zone 'Asia/Shanghai')::date = ${day}::date and w.sent_on < ${day}::date
        and (split_part(e.obligation, ':', 1), w.kind::text) in
          (('due', 'completion'), ('due', 'extension'), ('report', 'progress'), ('report', 'completion'), ('receipt', 'objection'))
    union all
    select 'overdue in review: ' || t.code from tasks t
      join task_health h on h.task_id = t.id and h.from_day <= ${day}::date and coalesce(h.until_day, 'infinity') > ${day}::date
      join in_review w on w.task_id = t.id and w.kind in ('completion', 'extension') and w.sent_on <= t.due_on
      where h.public_is_overdue and t.status in ('assigned', 'active')`);
  return [...rows].map(({ said }) => `${day} ${said}`);
}
