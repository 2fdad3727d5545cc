import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OverviewLine } from "@/components/public/overview";
import { Card } from "@/components/ui/card";
import { publicPlan } from "@/db/queries/public/plans";
import { currentDay } from "@/lib/clock";
import { countTracked, listPublicTasks } from "@/lib/public/public-tasks";

type Props = { params: Promise<{ slug: string }> };

export const metadata: Metadata = { robots: { index: false } };

export default async function PlanCard({ params }: Props) {
  const { slug } = await params;
  const asOf = await currentDay();
  const plan = await publicPlan(slug, asOf);
  if (!plan) notFound();
  const tasks = await listPublicTasks(asOf, slug);
  const measures = tasks.filter(({ kind }) => kind === "measure");
  return (
    <Card
      path={`/plans/${slug}`}
      title={plan.title}
      asOf={asOf}
      isDemo={tasks.some(({ isDemo }) => isDemo)}
    >
      <p>
        <OverviewLine overview={countTracked(measures.length > 0 ? measures : tasks)} />
      </p>
    </Card>
  );
}
