import { stringify } from "csv-stringify/sync";
import { createTranslator } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/public/public-tasks";
import messages from "@/messages/zh-CN.json";
import { describeTask } from "./describe";
import type { OpenTask } from "./schemas";

const t = createTranslator({ locale: "zh-CN", messages });
type Cell = string | number | null;

/** The columns that offices know, in Chinese whatever the language of the page. */
const columns: Record<string, (task: OpenTask, listed: ListedTask) => Cell> = {
  编号: ({ code }) => code,
  任务: ({ title }) => title,
  类别: ({ kind }) => t(`taskKinds.${kind}`),
  所属方案: (_, { plan }) => plan.shortTitle,
  上级任务: ({ parent }) => parent,
  来源文件: ({ document }) => document.title,
  原文: ({ quote }) => quote,
  原文段落: ({ place }) => place.paragraph,
  牵头单位: ({ lead, ownerVerbatim }) => lead ?? ownerVerbatim,
  牵头单位依据: ({ ownerBasis }) => ownerBasis && t(`ownerBasis.${ownerBasis}`),
  配合单位: ({ cooperating }) => cooperating.map(({ name }) => name).join("、"),
  完成时限: ({ dueDate }) => dueDate,
  原定时限: ({ baselineDueDate }) => baselineDueDate,
  "推迟（天）": ({ slipDays }) => slipDays,
  时限依据: ({ deadlineBasis }) => deadlineBasis && t(`deadline.${deadlineBasis}`),
  状态: ({ status }) => status && t(`status.${status}`),
  预警: ({ light }) => light && t(`lights.${light}`),
  预警原因: ({ lightReason }, { health }) =>
    lightReason && t(`reasons.${lightReason}`, { behind: health.behind }),
  "逾期（天）": ({ daysLate }) => daysLate || null,
  "报称进度（%）": ({ percent }) => percent,
  "序时进度（%）": ({ scheduledPercent }) => scheduledPercent,
  "佐证材料（份）": ({ evidenceCount }) => evidenceCount,
  办结日期: ({ completedOn }) => completedOn,
  "办结比最初承诺晚（天）": ({ daysPastPromise }) => daysPastPromise || null,
  最近更新: ({ updatedOn }) => updatedOn,
  备注: ({ demo }) => (demo ? t("site.demoTag") : ""),
  网址: ({ url }) => url,
};

/**
 * Public tasks as a CSV file that Excel and WPS open in Chinese: with a byte order mark, with what would be read as a
 * formula made harmless, numbers as numbers, and the day that it shows in its last column.
 */
export function openCsv(tasks: readonly ListedTask[], asOf: Day): string {
  const rows = tasks.map((task) => [
    ...Object.values(columns).map((cell) => cell(describeTask(task), task)),
    asOf,
  ]);
  const heads = [...Object.keys(columns), "数据截至"];
  return stringify([heads, ...rows], { bom: true, escape_formulas: true });
}
