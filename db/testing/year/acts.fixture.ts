import { randomUUID } from "node:crypto";
import { inArray, ne } from "drizzle-orm";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { strikeOff } from "@/db/mutations/assignments/strike-off";
import { answerChase } from "@/db/mutations/chasing/chases";
import { acknowledgeEscalation } from "@/db/mutations/chasing/escalations";
import { releaseSubmission } from "@/db/mutations/releases";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { gapOfSubmission } from "@/db/queries/gaps/gaps";
import { reportForm } from "@/db/queries/submissions/report-form";
import { departments } from "@/db/schema/people";
import { submissions } from "@/db/schema/submissions";
import { goOn } from "@/db/seed/go-on";
import { addDays, type Day, dayIn } from "@/lib/domain/calendar/days";
import type { InboxItem, InboxSection } from "@/lib/domain/inbox";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import type { SubmitInput } from "@/lib/domain/submissions/inputs";
import type { Draw } from "./draw.fixture";

export type Entry = { section: InboxSection; item: InboxItem };

/** What a person does about an entry of their inbox, as its one button would have it; null where it is only to be seen. */
export async function actOn(
  actor: Actor,
  { section, item }: Entry,
  draw: Draw,
  now: Date,
): Promise<unknown> {
  const key = randomUUID();
  const { code, version } = item.task;
  const seen = { key, code, version };
  switch (section) {
    case "to_receive":
      return receiveTask(actor, seen, now);
    case "to_assign":
      return goOn((input) => assignTask(actor, input, now), { ...seen, ...(await choice(item)) });
    case "to_strike_off":
      return strikeOff(actor, { ...seen, note: "已到现场核查。" }, now);
    case "chased":
      return item.chased?.type === "chase"
        ? answerChase(actor, { key, chaseId: item.id, answer: "正在办理。" }, now)
        : acknowledgeEscalation(actor, { key, escalationId: item.id, note: "已安排。" }, now);
    case "to_decide":
    case "to_rule":
      return decide(actor, item, draw, now);
    case "to_release":
    case "releases_late": {
      const submissionId = item.release?.id ?? "";
      const how = { disclosure: "public", ground: null, basis: "已核对" } as const;
      return releaseSubmission(actor, { key, submissionId, ...how }, now);
    }
    case "to_answer": {
      const letterId = item.letter?.id ?? "";
      const content = { letterId, question: "何时完工", answer: "年底前完工。", corrected: false };
      return send(actor, { key, code, version: null, kind: "answer", content }, draw, now);
    }
    case "to_report":
      return send(actor, reportOf(item, draw), draw, now);
    case "drafts":
    case "returned":
      // Who takes a task on again goes on with what was begun before.
      if (item.task.status === "assigned") return receiveTask(actor, seen, now);
      return send(actor, await writtenAgain(actor, item, now), draw, now);
    case "in_review":
      return takeBack(actor, item, now);
    default:
      return null;
  }
}

/** A head who is told that nobody could sign what they write leaves it to others, nine times of ten. */
export function send(actor: Actor, input: SubmitInput, draw: Draw, now: Date) {
  const submit = (asked: object) => submitDraft(actor, asked as SubmitInput, now);
  return actor.role === "head" && draw(10) > 0 ? submit(input) : goOn(submit, input);
}

/** What nobody can decide on is given up, so that somebody else writes it anew; the rest of what is in review stays. */
async function takeBack(actor: Actor, { submission }: InboxItem, now: Date) {
  const { id: submissionId = "", version = 0 } = submission ?? {};
  if (!(await gapOfSubmission(database(), submissionId))) return null;
  const at = { submissionId, version };
  await withdrawSubmission(actor, { key: randomUUID(), ...at }, now);
  return discardDraft(actor, { key: randomUUID(), ...at, version: version + 1 }, now);
}

/** The proposal as it stands; where it names no unit, or one that stands for many (各市), the one that leads the whole, or the first. */
async function choice({ task }: InboxItem) {
  const units = await database()
    .select({ id: departments.id, code: departments.code })
    .from(departments)
    .where(ne(departments.kind, "collective"));
  const led = [task.leadId, task.parentLeadId].find((id) => units.some((unit) => unit.id === id));
  const leadId = led ?? units.find(({ code }) => code === "ecology")?.id ?? "";
  return {
    leadId,
    cooperatingIds: task.cooperating.map(({ id }) => id).filter((id) => id !== leadId),
    dueOn: task.dueOn ?? task.parentDueOn,
    cycle: "monthly" as const,
    reportDay: null,
  };
}

/** Seven of eight are approved, the others sent back. */
function decide(actor: Actor, { submission, sent }: InboxItem, draw: Draw, now: Date) {
  const decision = draw(8) === 0 ? "return" : "approve";
  const input = {
    ...{ key: randomUUID(), submissionId: submission?.id ?? "", version: submission?.version ?? 0 },
    ...{ revisionId: sent?.revisionId ?? "", contentHash: sent?.contentHash ?? "" },
    ...({ decision, reason: decision === "return" ? "请补充数据。" : "" } as const),
  };
  return goOn((asked) => decideSubmission(actor, asked, now), input);
}

function reportOf({ task, report }: InboxItem, draw: Draw): SubmitInput {
  const { percent, childCount } = task.health;
  const rises = report?.kind === "progress" && childCount === 0;
  const content: ReportContent = {
    ...{ progress: `${report?.period.start}以来按计划推进。`, problems: "" },
    ...{ nextSteps: "继续推进。", noNews: false },
    percent: rises ? Math.min(99, (percent ?? 0) + draw(12)) : null,
    periodStart: report?.period.start ?? "",
    periodEnd: report?.period.end ?? "",
  };
  const kind = report?.kind ?? "progress";
  return { key: randomUUID(), code: task.code, version: null, kind, content } as SubmitInput;
}

/**
 * What is there already, with what it lacks: a request for a later day asks for one that is later by now, a report of a period
 * that is not offered any more is of the last one that is.
 */
async function writtenAgain(
  actor: Actor,
  { task, submission }: InboxItem,
  now: Date,
): Promise<SubmitInput> {
  const [row] = await database()
    .select({ content: submissions.content })
    .from(submissions)
    .where(inArray(submissions.id, [submission?.id ?? ""]));
  const content = { ...row?.content } as Record<string, unknown>;
  const lacks = { progress: "按计划推进。", nextSteps: "继续推进。", reason: "情况有变。" };
  for (const [name, words] of Object.entries(lacks))
    if (name in content && !content[name]) content[name] = words;
  if ("newDueOn" in content) content.newDueOn = laterDay(task, dayIn(now));
  const { kind, version } = submission ?? { kind: "progress", version: 0 };
  if ("periodStart" in content) {
    const form = await reportForm(
      actor,
      task.code,
      kind === "contribution" ? kind : "progress",
      now,
    );
    const offered = form?.periods ?? [];
    const last = offered.at(-1);
    if (last && !offered.some(({ start }) => start === content.periodStart))
      Object.assign(content, { periodStart: last.start, periodEnd: last.end });
  }
  return { key: randomUUID(), code: task.code, version, kind, content } as SubmitInput;
}

/** Two months after the day that is promised or today, and not after the day of what the task is a part of. */
function laterDay({ dueOn, parentDueOn }: InboxItem["task"], today: Day): Day {
  const wanted = addDays(dueOn && dueOn > today ? dueOn : today, 60);
  return parentDueOn && parentDueOn < wanted ? parentDueOn : wanted;
}
