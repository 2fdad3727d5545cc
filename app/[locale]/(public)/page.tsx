import { notFound } from "next/navigation";
import { PlanCards } from "@/components/plan-cards";
import { PlanOverview } from "@/components/plan-overview";
import { publicPlans } from "@/db/queries/public";
import { currentDay } from "@/lib/clock";
import { countTracked, listPublicTasks } from "@/lib/public-tasks";
import { PublicPage } from "./public-page";

export default async function Home() {
  const today = await currentDay();
  const [[first, ...others], tasks] = await Promise.all([
    publicPlans(today),
    listPublicTasks(today),
  ]);
  if (!first) notFound();
  const firstTasks = tasks.filter(({ plan }) => plan.slug === first.slug);
  const measures = firstTasks.filter(({ kind }) => kind === "measure");
  return (
    <PublicPage path="/">
      <PlanOverview
        plan={first}
        goals={firstTasks.filter(({ kind }) => kind === "goal")}
        measures={measures}
        overview={countTracked(measures)}
        today={today}
      />
      <PlanCards
        plans={others.map((plan) => ({
          ...plan,
          overview: countTracked(tasks.filter((task) => task.plan.slug === plan.slug)),
        }))}
      />
    </PublicPage>
  );
}
