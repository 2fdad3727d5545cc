import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/breadcrumb";
import { PlanHeading } from "@/components/plan-heading";
import { PlanTree } from "@/components/plan-tree";
import { publicPlans } from "@/db/queries/public";
import { currentDay } from "@/lib/clock";
import { toTree } from "@/lib/domain/task-tree";
import { countTracked, listPublicTasks } from "@/lib/public-tasks";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ locale: string; slug: string }> };

async function findPlan(slug: string) {
  const plan = (await publicPlans(await currentDay())).find((each) => each.slug === slug);
  return plan ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findPlan((await params).slug)).shortTitle };
}

export default async function PlanPage({ params }: Props) {
  const { slug } = await params;
  const plan = await findPlan(slug);
  const today = await currentDay();
  const tasks = await listPublicTasks(today, slug);
  return (
    <PublicPage path={`/plans/${slug}`}>
      <Breadcrumb steps={[]} />
      <PlanHeading plan={plan} overview={countTracked(tasks)} today={today} />
      <PlanTree branches={toTree(tasks)} today={today} staleDays={plan.staleDays} />
    </PublicPage>
  );
}
