import { publicPlans, publicTasks } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import type { Site } from "./pages";

/** What the public edition is made of on a day. A city takes part in what its districts do. */
export async function readSite(asOf: Day): Promise<Site> {
  const [plans, tasks] = await Promise.all([publicPlans(asOf), publicTasks(asOf)]);
  const unitsOf = ({ leadCode, cooperating }: (typeof tasks)[number]) => [
    ...(leadCode ? [leadCode] : []),
    ...cooperating.map(({ code }) => code),
  ];
  return {
    plans: plans.map(({ slug }) => slug),
    documents: [...new Set(plans.map(({ documentSlug }) => documentSlug))],
    units: [...new Set(tasks.flatMap(unitsOf))],
    tasks: tasks.map((task) => ({
      code: task.code,
      parentCode: task.parentCode,
      plan: task.plan.slug,
      document: task.document.slug,
      units: unitsOf(task),
    })),
  };
}
