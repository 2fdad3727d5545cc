import { createTranslator } from "next-intl";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import { type Columns, writeCsv } from "@/lib/formats/csv";
import messages from "@/messages/zh-CN.json";

const t = createTranslator({ locale: "zh-CN", messages });

/** The ledger's columns as an office reads them. */
const columns: Columns<WorkTask> = {
  code: ({ code }) => code,
  task: ({ title }) => title,
  plan: ({ planShortTitle }) => planShortTitle,
  document: ({ documentTitle }) => documentTitle,
  quote: ({ quote }) => quote,
  lead: ({ lead }) => lead,
  cooperating: ({ cooperating }) => cooperating.map(({ name }) => name).join("、"),
  dueOn: ({ dueOn }) => dueOn,
  baselineDueOn: ({ baselineDueOn }) => baselineDueOn,
  status: ({ kind, status }) =>
    kind === "principle" ? t("taskKinds.principle") : t(`status.${status}`),
  light: ({ kind, health }) => (kind === "principle" ? "" : t(`lights.${health.light}`)),
  lightReason: ({ kind, health: { reason, behind } }) =>
    kind === "principle" ? "" : t(`reasons.${reason}`, { behind }),
  overdueDays: ({ health }) => health.daysLate || null,
  percent: ({ health }) => health.percent,
  cycle: ({ cycle }) => t(`cycles.${cycle}`),
  owed: ({ health: { owed } }) => owed && t("csv.span", owed),
  lastPublishedOn: ({ health }) => health.lastPublishedOn,
  remark: ({ health }) => (health.isDemo ? t("site.demoTag") : ""),
};

/** The ledger as a CSV file, in Chinese whatever the language of the screen. */
export function ledgerCsv(tasks: readonly WorkTask[]): string {
  return writeCsv(columns, tasks);
}

/** What the file is called where it is saved. */
export function ledgerName(day: string): string {
  return t("csv.ledgerName", { day });
}
