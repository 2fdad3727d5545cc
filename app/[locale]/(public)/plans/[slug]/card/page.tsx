import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OverviewLine } from "@/components/public/overview";
import { Card } from "@/components/ui/card";
import { publicPlan } from "@/db/queries/public/plans";
import { currentDay } from "@/lib/clock";
import { countPlan } from "@/lib/public/plan-counts";

type Props = { params: Promise<{ slug: string }> };

export const metadata: Metadata = { robots: { index: false } };

export default async function PlanCard({ params }: Props) {
  const { slug } = await params;
  const asOf = await currentDay();
  const plan = await publicPlan(slug, asOf);
  if (!plan) notFound();
  const { told, isDemo } = await countPlan(slug, asOf);
  return (
    <Card
      path={`/plans/${slug}`}
      title={plan.title}
      titleEn={plan.titleEn}
      asOf={asOf}
      isDemo={isDemo}
    >
      <p>
        <OverviewLine overview={told} />
      </p>
    </Card>
  );
}
