import { cache } from "react";
import { planOfTask, publicPlans } from "@/db/queries/public";
import { currentDay } from "@/lib/clock";
import { listPublicTasks } from "@/lib/public-tasks";

/** A task with its sub-tasks and the way to it, or null when there is none of that code. Asked once a request. */
export const loadTask = cache(async (code: string) => {
  const [slug, today] = await Promise.all([planOfTask(code), currentDay()]);
  if (slug === null) return null;
  const [plans, tasks] = await Promise.all([publicPlans(today), listPublicTasks(today, slug)]);
  const plan = plans.find((each) => each.slug === slug);
  const task = tasks.find((each) => each.code === code);
  if (!plan || !task) return null;
  const children = tasks.filter(({ parentCode }) => parentCode === code);
  return { task, plan, children, steps: stepsTo(task), today, staleDays: plan.staleDays };
});

type Parted = {
  plan: { slug: string; shortTitle: string };
  parentCode: string | null;
  parentTitle: string | null;
};

function stepsTo({ plan, parentCode, parentTitle }: Parted) {
  const steps = [{ href: `/plans/${plan.slug}`, title: plan.shortTitle }];
  if (parentCode && parentTitle) steps.push({ href: `/tasks/${parentCode}`, title: parentTitle });
  return steps;
}
