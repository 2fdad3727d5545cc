import { getTranslations } from "next-intl/server";
import { ProgressChart } from "@/components/public/progress-chart";
import { PublicAnswers } from "@/components/public/public-answers";
import { Readings } from "@/components/public/readings";
import { Slippage } from "@/components/public/slippage";
import { Timeline } from "@/components/public/timeline";
import { Undisclosed } from "@/components/public/undisclosed";
import { PublishedReports } from "@/components/submissions/reports/published-reports";
import { isCorrection } from "@/lib/domain/public/public-changes";
import { type LoadedTask, loadProgress } from "./load-task";

/** How a task has come along: its readings, its promise, its progress over time, its reports and its way. */
export async function TaskProgress({ found }: { found: LoadedTask }) {
  const [t, progress] = await Promise.all([getTranslations(), loadProgress(found)]);
  const {
    changes,
    reports,
    undisclosed,
    toAsk,
    points,
    schedule,
    slippage,
    readings,
    answers,
    counts,
  } = progress;
  const corrections = changes.filter(isCorrection);
  return (
    <>
      <Readings readings={readings} />
      <Slippage slippage={slippage} />
      {points.some(({ percent }) => percent !== null) && (
        <section className="mt-8">
          <h2 className="text-lg font-bold">{t("series.title")}</h2>
          <ProgressChart
            points={points}
            schedule={schedule}
            baselineDueOn={slippage.slipDays === 0 ? null : slippage.baselineDueOn}
            asOf={found.when.asOf}
          />
        </section>
      )}
      <PublishedReports reports={reports} hasChildren={found.children.length > 0} />
      <Undisclosed reports={undisclosed} toAsk={toAsk} />
      <PublicAnswers code={found.task.code} answers={answers} counts={counts} />
      {corrections.length > 0 && (
        <Timeline heading={t("publicChanges.corrections")} changes={corrections} />
      )}
      <Timeline heading={t("publicChanges.title")} changes={changes} />
    </>
  );
}
