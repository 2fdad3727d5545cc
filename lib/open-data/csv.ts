import { createTranslator } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { type Columns, writeCsv } from "@/lib/formats/csv";
import messages from "@/messages/zh-CN.json";
import { describeTask } from "./describe";
import type { OpenTask } from "./schemas";

const t = createTranslator({ locale: "zh-CN", messages });

type Row = OpenTask & { listed: ListedTask; asOf: Day };

/** The columns that offices know. */
const columns: Columns<Row> = {
  code: ({ code }) => code,
  task: ({ title }) => title,
  kind: ({ kind }) => t(`taskKinds.${kind}`),
  plan: ({ listed }) => listed.plan.shortTitle,
  parent: ({ parent }) => parent,
  document: ({ document }) => document.title,
  quote: ({ quote }) => quote,
  paragraph: ({ place }) => place.paragraph,
  lead: ({ lead, ownerVerbatim }) => lead ?? ownerVerbatim,
  ownerBasis: ({ ownerBasis }) => ownerBasis && t(`ownerBasis.${ownerBasis}`),
  cooperating: ({ cooperating }) => cooperating.map(({ name }) => name).join("、"),
  dueOn: ({ dueDate }) => dueDate,
  baselineDueOn: ({ baselineDueDate }) => baselineDueDate,
  slipDays: ({ slipDays }) => slipDays,
  deadlineBasis: ({ deadlineBasis }) => deadlineBasis && t(`deadline.${deadlineBasis}`),
  status: ({ status }) => status && t(`status.${status}`),
  light: ({ light }) => light && t(`lights.${light}`),
  lightReason: ({ lightReason, listed: { health } }) =>
    lightReason && t(`reasons.${lightReason}`, { behind: health.behind }),
  daysLate: ({ daysLate }) => daysLate || null,
  declaredPercent: ({ percent }) => percent,
  scheduledPercent: ({ scheduledPercent }) => scheduledPercent,
  evidenceCount: ({ evidenceCount }) => evidenceCount,
  completedOn: ({ completedOn }) => completedOn,
  completionSentOn: ({ completionSentOn }) => completionSentOn,
  daysPastPromise: ({ daysPastPromise }) => daysPastPromise || null,
  updatedOn: ({ updatedOn }) => updatedOn,
  remark: ({ demo }) => (demo ? t("site.demoTag") : ""),
  url: ({ url }) => url,
  asOf: ({ asOf }) => asOf,
};

/** Public tasks as a CSV file that is written as they come, with the day that it shows in its last column. */
export async function taskCsv(
  batches: AsyncIterator<readonly ListedTask[]>,
  asOf: Day,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const write = (tasks: readonly ListedTask[], isFirst: boolean) => {
    const rows = tasks.map((listed) => ({ ...describeTask(listed), listed, asOf }));
    return encoder.encode(writeCsv(columns, rows, { headed: isFirst }));
  };
  // What fails at the first is told as a failure, and not as a file that breaks off.
  const first = await batches.next();
  return new ReadableStream({
    start: (file) => file.enqueue(write(first.value ?? [], true)),
    async pull(file) {
      const next = await batches.next();
      if (next.done) file.close();
      else file.enqueue(write(next.value, false));
    },
  });
}
