import { stringify } from "csv-stringify/sync";
import { createTranslator } from "next-intl";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import messages from "@/messages/zh-CN.json";

const t = createTranslator({ locale: "zh-CN", messages });

/** The ledger's columns as an office reads them, in Chinese whatever the language of the screen. */
const columns: Record<string, (task: WorkTask) => string | number | null> = {
  编号: ({ code }) => code,
  任务: ({ title }) => title,
  所属方案: ({ planShortTitle }) => planShortTitle,
  来源文件: ({ documentTitle }) => documentTitle,
  原文: ({ quote }) => quote,
  牵头单位: ({ lead }) => lead,
  配合单位: ({ cooperating }) => cooperating.map(({ name }) => name).join("、"),
  完成时限: ({ dueOn }) => dueOn,
  原定时限: ({ baselineDueOn }) => baselineDueOn,
  状态: ({ kind, status }) =>
    kind === "principle" ? t("taskKinds.principle") : t(`status.${status}`),
  预警: ({ kind, health }) => (kind === "principle" ? "" : t(`lights.${health.light}`)),
  预警原因: ({ kind, health: { reason, behind } }) =>
    kind === "principle" ? "" : t(`reasons.${reason}`, { behind }),
  逾期天数: ({ health }) => health.daysLate || null,
  "进度（%）": ({ health }) => health.percent,
  报送周期: ({ cycle }) => t(`cycles.${cycle}`),
  应报未报期间: ({ health: { owed } }) => owed && `${owed.start}至${owed.end}`,
  最近核准: ({ health }) => health.lastPublishedOn,
  备注: ({ health }) => (health.isDemo ? t("site.demoTag") : ""),
};

/**
 * Tasks as a CSV file that Excel and WPS open in Chinese: with a byte order mark, and with what would be read as a
 * formula made harmless.
 */
export function ledgerCsv(tasks: WorkTask[]): string {
  const rows = tasks.map((task) => Object.values(columns).map((cell) => cell(task)));
  return stringify([Object.keys(columns), ...rows], { bom: true, escape_formulas: true });
}
