import { publicPlans } from "@/db/queries/public/public";
import { publicChanges } from "@/db/queries/public/public-changes";
import type { Day } from "@/lib/domain/calendar/days";
import { printPlan } from "@/lib/formats/one-page/one-page";
import { drawPlan, drawTask } from "@/lib/formats/picture/share-picture";
import { listPublicTasks } from "@/lib/public/public-tasks";
import { findTask } from "./scope";

/** A plan on one sheet of A4 as it stood at the end of a day, as PDF in Chinese; null when there is none. */
export async function planSheet(slug: string, asOf: Day) {
  const plan = (await publicPlans(asOf)).find((each) => each.slug === slug);
  if (!plan) return null;
  const [tasks, changes] = await Promise.all([
    listPublicTasks(asOf, slug),
    publicChanges(asOf, { planSlug: slug }),
  ]);
  return printPlan({ plan, tasks, changes, asOf });
}

/** A plan in a picture to share, as PNG in Chinese; null when there is none. */
export async function planPicture(slug: string, asOf: Day) {
  const plan = (await publicPlans(asOf)).find((each) => each.slug === slug);
  return plan ? drawPlan(plan, await listPublicTasks(asOf, slug), asOf) : null;
}

/** A task in a picture to share, as PNG in Chinese; null when there is none. */
export async function taskPicture(code: string, asOf: Day) {
  const task = await findTask(code, asOf);
  return task && drawTask(task, asOf);
}
