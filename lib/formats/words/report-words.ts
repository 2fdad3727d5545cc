import { type PublicReport, publicReports } from "@/db/queries/public/public-reports";
import type { Day } from "@/lib/domain/calendar/days";
import type { PublicStep } from "@/lib/domain/public/public-changes";

/** The words of a published report, null when they were taken back, and when they last changed. */
export type ReportWords = { text: string | null; changedAt: string };
type ReportStep = PublicStep & { type: "report" };

/** The released words of each step that published a report. `steps` are newest first and hold the withdrawals too. */
export async function reportWords(
  steps: readonly PublicStep[],
  asOf: Day,
): Promise<Map<PublicStep, ReportWords>> {
  const told = steps.filter((step): step is ReportStep => step.type === "report");
  const codes = [...new Set(told.map(({ code }) => code))];
  const reports = new Map(
    await Promise.all(codes.map(async (code) => [code, await publicReports(code, asOf)] as const)),
  );
  return new Map(
    told.flatMap((step) => {
      const report = takeReport(reports.get(step.code) ?? [], step);
      return report ? [[step, wordsOf(report, step, steps)] as const] : [];
    }),
  );
}

/** Of two reports of one day and percentage each goes to one step. */
function takeReport(reports: PublicReport[], step: ReportStep): PublicReport | undefined {
  const index = reports.findIndex(
    ({ publishedOn, percent }) => publishedOn === step.day && percent === step.percent,
  );
  return index < 0 ? undefined : reports.splice(index, 1)[0];
}

/** Readers keep an entry until it has changed: taking its words back changes it. */
function wordsOf(
  { progress, withdrawal }: PublicReport,
  own: PublicStep,
  steps: readonly PublicStep[],
) {
  const withdrawn = steps.find(
    ({ type, code, day }) => type === "withdrawn" && code === own.code && day === withdrawal?.on,
  );
  return { text: progress, changedAt: withdrawn?.at ?? own.at };
}
