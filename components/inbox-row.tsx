import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { DeadlineLine } from "./deadline";
import { DemoTag } from "./demo-tag";
import { LightTag } from "./light-tag";
import { type OpenSubmission, SubmissionLine } from "./open-submission";
import { Owner } from "./owner";
import { type ReceiveAction, ReceiveButton } from "./receive-button";
import { TimeLeft } from "./time-left";
import { Anchor } from "./ui/anchor";
import { buttonStyle } from "./ui/button";
import { deadlineOf, type WorkTask } from "./work-task";

export type InboxItem = { task: WorkTask; submission: OpenSubmission | null };

/** Where each section's one action leads; to receive a task takes no page. */
const destinations = {
  to_decide: ({ submission }: InboxItem) => `/reviews/${submission?.id}`,
  returned: ({ task }: InboxItem) => `/reports/${task.code}`,
  to_receive: null,
  to_assign: ({ task }: InboxItem) => `/assignments/${task.code}`,
  to_report: ({ task }: InboxItem) => `/reports/${task.code}`,
  drafts: ({ task }: InboxItem) => `/reports/${task.code}`,
  waiting_receipt: ({ task }: InboxItem) => `/work/${task.code}`,
  in_review: ({ submission }: InboxItem) => `/reviews/${submission?.id}`,
  late: ({ task }: InboxItem) => `/work/${task.code}`,
};
export type InboxSectionName = keyof typeof destinations;

/** Where there is nothing to do but look. */
const toWatch: InboxSectionName[] = ["waiting_receipt", "in_review", "late"];

export function InboxRow({
  section,
  item,
  today,
  receive,
}: {
  section: InboxSectionName;
  item: InboxItem;
  today: Day;
  receive: ReceiveAction;
}) {
  const t = useTranslations("work.inbox.actions");
  const { task, submission } = item;
  const destination = destinations[section];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p>
          <span className="mr-2 text-muted">{task.code}</span>
          <Anchor href={`/work/${task.code}`} lang="zh-CN" className="underline">
            {task.title}
          </Anchor>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <LightTag standing={task.standing} />
          <DeadlineLine deadline={deadlineOf(task)} />
          <TimeLeft task={task} />
          <Owner owner={task} />
          {task.standing.isDemo && <DemoTag />}
        </p>
        {submission && (
          <p className="text-sm">
            <SubmissionLine submission={submission} today={today} />
          </p>
        )}
      </div>
      {destination ? (
        <Anchor
          href={destination(item)}
          className={buttonStyle(toWatch.includes(section) ? "plain" : "primary")}
        >
          {t(section)}
          <span className="sr-only"> {task.title}</span>
        </Anchor>
      ) : (
        <ReceiveButton task={task} receive={receive} />
      )}
    </li>
  );
}
