import { getTranslations } from "next-intl/server";
import { ProgressChart } from "@/components/public/progress-chart";
import { PublicAnswers } from "@/components/public/public-answers";
import { Readings } from "@/components/public/readings";
import { Slippage } from "@/components/public/slippage";
import { Timeline } from "@/components/public/timeline";
import { Undisclosed } from "@/components/public/undisclosed";
import { PublishedReports } from "@/components/submissions/reports/published-reports";
import { Pages } from "@/components/ui/pages";
import type { Query } from "@/lib/domain/inputs";
import { pageByWeight, pageOf } from "@/lib/domain/paging";
import { isCorrection } from "@/lib/domain/public/public-changes";
import { mostWords, type Places, shownCorrections, shownSteps } from "./lists";
import { type LoadedTask, loadProgress } from "./load-task";

type Props = { found: LoadedTask; query: Query; hrefOf: Places };

/** How a task has come along: its readings, its promise, its progress over time, its reports and its way. */
export async function TaskProgress({ found, query, hrefOf }: Props) {
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
  const said = pageByWeight(reports, weightOfReport, mostWords.reports, query.reports);
  const answered = pageByWeight(answers, weightOfAnswer, mostWords.answers, query.answers);
  const way = pageOf(changes, query.steps, shownSteps);
  const [reportsTitle, answersTitle, wayTitle] = [
    t("public.reports"),
    t("letters.public.title"),
    t("publicChanges.title"),
  ];
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
      <PublishedReports reports={said.shown} hasChildren={found.parts.length > 0}>
        <Pages {...said} hrefOf={hrefOf("reports")} label={reportsTitle} />
      </PublishedReports>
      <Undisclosed reports={undisclosed} toAsk={toAsk} />
      <PublicAnswers code={found.task.code} answers={answered.shown} counts={counts}>
        <Pages {...answered} hrefOf={hrefOf("answers")} label={answersTitle} />
      </PublicAnswers>
      {corrections.length > 0 && (
        <Timeline
          heading={t("publicChanges.corrections")}
          changes={corrections.slice(0, shownCorrections)}
        />
      )}
      <div id="steps">
        <Timeline heading={wayTitle} changes={way.shown} />
        <Pages {...way} hrefOf={hrefOf("steps")} label={wayTitle} />
      </div>
    </>
  );
}

type Progress = Awaited<ReturnType<typeof loadProgress>>;

const lengthOf = (...words: (string | null)[]) =>
  words.reduce((sum, each) => sum + (each?.length ?? 0), 0);

/** What is around the words weighs as well. */
const frame = 100;

function weightOfReport({ progress, problems, nextSteps }: Progress["reports"][number]): number {
  return frame + lengthOf(progress, problems, nextSteps);
}

function weightOfAnswer({ words }: Progress["answers"][number]): number {
  return frame + lengthOf(words?.question ?? null, words?.answer ?? null);
}
