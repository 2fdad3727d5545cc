import { type PublicReport, publicReports } from "@/db/queries/public/public-reports";
import type { Day } from "@/lib/domain/calendar/days";
import type { PublicChange } from "@/lib/domain/public/public-changes";

/** The words of a published report, null when they were taken back, and when they last changed. */
export type ReportText = { text: string | null; changedAt: string };
type ReportChange = PublicChange & { type: "report" };

/** The released words of each change that published a report. `changes` are newest first and hold the withdrawals too. */
export async function reportTexts(
  changes: readonly PublicChange[],
  asOf: Day,
): Promise<Map<PublicChange, ReportText>> {
  const reported = changes.filter((change): change is ReportChange => change.type === "report");
  const codes = [...new Set(reported.map(({ code }) => code))];
  const reports = new Map(
    await Promise.all(codes.map(async (code) => [code, await publicReports(code, asOf)] as const)),
  );
  return new Map(
    reported.flatMap((change) => {
      const report = takeReport(reports.get(change.code) ?? [], change);
      return report ? [[change, wordsOf(report, change, changes)] as const] : [];
    }),
  );
}

/** Of two reports of one day and percentage each goes to one change. */
function takeReport(reports: PublicReport[], change: ReportChange): PublicReport | undefined {
  const index = reports.findIndex(
    ({ publishedOn, percent }) => publishedOn === change.day && percent === change.percent,
  );
  return index < 0 ? undefined : reports.splice(index, 1)[0];
}

/** Readers keep an entry until it has changed: taking its words back changes it. */
function wordsOf(
  { progress, withdrawal }: PublicReport,
  own: PublicChange,
  changes: readonly PublicChange[],
) {
  const withdrawn = changes.find(
    ({ type, code, day }) => type === "withdrawn" && code === own.code && day === withdrawal?.on,
  );
  return { text: progress, changedAt: withdrawn?.at ?? own.at };
}
