import { useTranslations } from "next-intl";
import { type ReceiveAction, ReceiveButton } from "@/components/assignments/receive-button";
import { BatchCheck } from "@/components/forms/batch-box";
import { HandlerName } from "@/components/tasks/handler-name";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { ShortDeadline } from "@/components/ui/deadline";
import { DemoTag } from "@/components/ui/demo-tag";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import type { Day } from "@/lib/domain/calendar/days";
import { type InboxItem, type InboxSection, isToBeSeen } from "@/lib/domain/inbox";
import { deadlineOf } from "@/lib/domain/tasks/work-task";
import { destinations } from "./destinations";
import { hasNotes, InboxNotes } from "./inbox-notes";

type Props = {
  section: InboxSection;
  item: InboxItem;
  today: Day;
  receive: ReceiveAction;
};

/** One thing that waits: what it is about, how it stands, and the one thing to do. */
export function InboxRow({ section, item, today, receive }: Props) {
  const { task } = item;
  const place = `/work/${task.code}`;
  const href = destinations[section]?.(item);
  const isNoted = hasNotes(item);
  return (
    <li
      data-row
      className="flex items-start gap-3 px-3 py-2 focus-within:bg-brand-tint sm:items-center"
    >
      <BatchCheck id={item.id} />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3">
        <p className="max-sm:col-span-2">
          <span className="mr-2 text-muted">{task.code}</span>
          <Anchor href={place} lang="zh-CN" className="underline">
            {task.title}
          </Anchor>
        </p>
        <p
          className={`flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm sm:col-start-1 ${isNoted ? "max-sm:col-span-2" : ""}`}
        >
          <LightTag health={task.health} />
          <span>
            <ShortDeadline deadline={deadlineOf(task)} task={task} today={today} />
          </span>
          <span>
            <Owner owner={task} />
          </span>
          <HandlerName task={task} />
          {/* On a phone the head of the page says it, once. */}
          {task.health.isDemo && (
            <span className="max-sm:hidden">
              <DemoTag />
            </span>
          )}
        </p>
        {isNoted && <InboxNotes item={item} today={today} />}
        {/* Where the title leads there already, a narrow screen has no room to say it twice. */}
        <div
          className={`sm:col-start-2 sm:row-span-3 sm:row-start-1 ${href === place ? "max-sm:hidden" : ""}`}
        >
          {href ? (
            <RowLink section={section} href={href} title={task.title} />
          ) : (
            <ReceiveButton task={task} receive={receive} />
          )}
        </div>
      </div>
    </li>
  );
}

type LinkProps = { section: InboxSection; href: string; title: string };

function RowLink({ section, href, title }: LinkProps) {
  const t = useTranslations("work.inbox.actions");
  return (
    <Anchor
      href={href}
      data-row-action
      className={buttonStyle(isToBeSeen(section) ? "plain" : "primary")}
    >
      {t(section)}
      <span className="sr-only"> {title}</span>
    </Anchor>
  );
}
