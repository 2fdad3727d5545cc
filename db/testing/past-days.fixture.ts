import { expect } from "vitest";
import { publicTasks } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { publicReports, undisclosedReports } from "@/db/queries/public/public-reports";
import type { Day } from "@/lib/domain/calendar/days";
import type { View } from "./view.fixture";

/** What the public site said of some tasks at the end of each day, kept as the days went by. */
export type Shown = Map<Day, Awaited<ReturnType<typeof shownOn>>>;

/** Keeps what the public sees on a day that is about to end, after checking it against the tables as they are now. */
export async function keepShown(shown: Shown, view: View, plan: string, day: Day): Promise<void> {
  const codes = view.tasks.map(({ code }) => code);
  const seen = await shownOn(codes, plan, day);
  checkRegister(seen.tasks, view);
  shown.set(day, seen);
}

/** Any day asked for later is as it was shown then, but for words that were taken back since. */
export async function checkShown(shown: Shown, codes: string[], plan: string): Promise<void> {
  for (const [day, seen] of shown) {
    const asked = await shownOn(codes, plan, day);
    expect([day, asked.tasks, asked.waiting]).toEqual([day, seen.tasks, seen.waiting]);
    expect([day, asked.steps.map(withoutReason)]).toEqual([day, seen.steps.map(withoutReason)]);
    for (const [i, step] of asked.steps.entries())
      expect([reasonOf(seen.steps[i]), null]).toContain(reasonOf(step));
    expect(asked.reports.map(figures)).toEqual(seen.reports.map(figures));
    for (const [i, { progress }] of asked.reports.entries())
      expect([seen.reports[i]?.progress, null]).toContain(progress);
  }
}

async function shownOn(codes: string[], plan: string, day: Day) {
  const own = ({ code }: { code: string }) => codes.includes(code);
  const tasks = (await publicTasks(day, { planSlug: plan })).filter(own);
  const steps = await changesOfTasks(codes, day);
  const of = async <Row>(read: (code: string, asOf: Day) => Promise<Row[]>) =>
    (await Promise.all(codes.map((code) => read(code, day)))).flat();
  return { tasks, steps, reports: await of(publicReports), waiting: await of(undisclosedReports) };
}

type Seen = Awaited<ReturnType<typeof shownOn>>;

/** Status, dates and units are those of the tables; a completion that waits for its release check is in review. */
function checkRegister(seen: Seen["tasks"], view: View) {
  const byCode = new Map(seen.map((task) => [task.code, task]));
  for (const { code, status, dueOn, baselineDueOn, completedOn, splitById } of view.tasks) {
    const task = byCode.get(code);
    if (!task) throw new Error(`${code} is not shown`);
    const isWaiting = task.health.isCompletionWaiting;
    if (isWaiting) expect(status).toBe("completed");
    expect([task.status, task.deadline, task.completedOn]).toMatchObject([
      isWaiting ? "active" : status,
      { dueOn, baselineDueOn },
      isWaiting ? null : completedOn,
    ]);
    if (task.isWordingHidden) expect(splitById).not.toBeNull();
  }
}

const figures = ({ progress, problems, nextSteps, ...rest }: Seen["reports"][number]) => rest;
const withoutReason = (step: Seen["steps"][number]) => ({ ...step, reason: undefined });
const reasonOf = (step: Seen["steps"][number] | undefined) =>
  step && "reason" in step ? step.reason : null;
