import { useTranslations } from "next-intl";
import { type ReceiveAction, ReceiveButton } from "@/components/assignments/receive-button";
import { BatchCheck } from "@/components/forms/batch-box";
import { HandlerName } from "@/components/tasks/handler-name";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { DeadlineLine, TimeLeft } from "@/components/ui/deadline";
import { DemoTag } from "@/components/ui/demo-tag";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import type { Day } from "@/lib/domain/calendar/days";
import { type InboxItem, type InboxSection, isToBeSeen } from "@/lib/domain/inbox";
import { deadlineOf } from "@/lib/domain/tasks/work-task";
import { destinations } from "./destinations";
import { InboxNotes } from "./inbox-notes";

type Props = {
  section: InboxSection;
  item: InboxItem;
  today: Day;
  receive: ReceiveAction;
};

/** One thing that waits: what it is about, how it stands, and the one thing to do. */
export function InboxRow({ section, item, today, receive }: Props) {
  const t = useTranslations("work.inbox.actions");
  const { task } = item;
  const destination = destinations[section];
  return (
    <li data-row className="flex items-start gap-3 p-3 focus-within:bg-brand-tint sm:items-center">
      <BatchCheck id={item.id} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_18rem]">
          <p>
            <span className="mr-2 text-muted">{task.code}</span>
            <Anchor href={`/work/${task.code}`} lang="zh-CN" className="underline">
              {task.title}
            </Anchor>
          </p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <LightTag health={task.health} />
            <span>
              <DeadlineLine deadline={deadlineOf(task)} />
            </span>
            <TimeLeft task={task} />
            <span>
              <Owner owner={task} />
            </span>
            <HandlerName task={task} />
            {task.health.isDemo && <DemoTag />}
          </p>
          <InboxNotes item={item} today={today} />
        </div>
        {destination ? (
          <Anchor
            href={destination(item)}
            data-row-action
            className={buttonStyle(isToBeSeen(section) ? "plain" : "primary")}
          >
            {t(section)}
            <span className="sr-only"> {task.title}</span>
          </Anchor>
        ) : (
          <ReceiveButton task={task} receive={receive} />
        )}
      </div>
    </li>
  );
}
