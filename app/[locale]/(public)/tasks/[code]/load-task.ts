import { cache } from "react";
import { letterCounts, publicAnswers } from "@/db/queries/letters/public-letters";
import { unitToAsk } from "@/db/queries/people/contacts";
import { publicPlan } from "@/db/queries/public/plans";
import { progressDays } from "@/db/queries/public/progress-days";
import { planOfTask } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { publicReports, undisclosedReports } from "@/db/queries/public/public-reports";
import type { Query } from "@/lib/domain/inputs";
import { seriesOf } from "@/lib/domain/public/progress-series";
import { slippageOf } from "@/lib/domain/public/slippage";
import { summaryOf } from "@/lib/domain/public/task-summary";
import { askedDay } from "@/lib/public/as-of";
import { readingsOf } from "@/lib/public/public-readings";
import { findPublicTask } from "@/lib/public/public-tasks";

/** A task on the day that is asked for, with everything its page tells, or null when there is none of that code. */
export const loadTask = cache(async (code: string, asof: Query[string]) => {
  const [slug, when] = await Promise.all([planOfTask(code), askedDay({ asof })]);
  if (slug === null) return null;
  const { asOf } = when;
  const [plan, found] = await Promise.all([publicPlan(slug, asOf), findPublicTask(asOf, code)]);
  if (!plan || !found) return null;
  return { when, plan, ...found, way: wayTo(found.task) };
});
export type LoadedTask = NonNullable<Awaited<ReturnType<typeof loadTask>>>;

/** What was promised, what is and how far it has moved, in clauses. */
export async function loadSummary({ task, when: { asOf } }: LoadedTask) {
  const changes = await changesOfTasks([task.code], asOf);
  const { status, completedOn, deadline, health } = task;
  const { dueOn, baselineDueOn, kind: deadlineKind, basis } = deadline;
  const { percent, isPercentCurrent, waiting, expectedPercent, baselinePercent, daysLate } = health;
  return summaryOf({
    ...{ status, completedOn, dueOn, baselineDueOn, deadlineKind, basis },
    ...{ percent, isPercentCurrent, waiting, expectedPercent, baselinePercent, daysLate },
    moves: changes.filter(({ type }) => type === "due_moved").length,
  });
}

/** What a tracked task's page tells beside its duties: its way, its reports and its readings. */
export async function loadProgress({ task, plan, when: { asOf } }: LoadedTask) {
  const [changes, reports, undisclosed, toAsk, answers, counts, days] = await Promise.all([
    changesOfTasks([task.code], asOf),
    publicReports(task.code, asOf),
    undisclosedReports(task.code, asOf),
    unitToAsk(task.leadCode, asOf),
    publicAnswers(task.code, asOf),
    letterCounts(task.code, asOf),
    progressDays(task.code, asOf),
  ]);
  const receivedOn = changes.findLast(({ type }) => type === "received")?.day ?? null;
  const startsOn = task.deadline.windowStart ?? receivedOn;
  const { dueOn } = task.deadline;
  return {
    ...{ changes, reports, undisclosed, toAsk, answers, counts },
    points: seriesOf(days),
    schedule: startsOn && dueOn && startsOn < dueOn ? { startsOn, dueOn } : null,
    slippage: slippageOf(task.deadline, changes),
    readings: readingsOf(task, asOf, plan.staleDays),
  };
}

type Parted = {
  plan: { slug: string; shortTitle: string; titleEn: string | null };
  parentCode: string | null;
  parentTitle: string | null;
  parentTitleEn: string | null;
};

function wayTo({ plan, parentCode, parentTitle, parentTitleEn }: Parted) {
  const { slug, shortTitle, titleEn } = plan;
  const links = [{ href: `/plans/${slug}`, title: shortTitle, titleEn }];
  if (parentCode && parentTitle)
    links.push({ href: `/tasks/${parentCode}`, title: parentTitle, titleEn: parentTitleEn });
  return links;
}
