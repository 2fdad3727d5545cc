import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Moment } from "@/components/ui/day";
import { useSentenceWords } from "@/components/ui/use-sentence-words";
import {
  type Notification,
  notificationPath,
  sentenceOf,
} from "@/lib/domain/notifications/notifications";
import { type OwnTexts, sayText } from "@/lib/domain/notifications/texts";
import { readableParams } from "@/lib/domain/sentence-params";
import { type MarkRead, NotificationLink } from "./notification-buttons";

/** One thing a person was told: its sentence, the task that it is about, and the way there if it still is theirs to go. */
export function NotificationItem({
  notification,
  own,
  markRead,
}: {
  notification: Notification;
  /** The office's own words. */
  own: OwnTexts;
  markRead: MarkRead;
}) {
  const t = useTranslations("work.messages");
  const say = useTranslations();
  const params = readableParams(notification.params, useSentenceWords());
  const sentence = sayText(sentenceOf(notification), params, own, { say, raw: say.raw });
  const { id, taskCode, taskTitle, createdAt, readAt, settled } = notification;
  const href = notificationPath(notification);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className={`break-words ${readAt ? "" : "font-semibold"}`}>
          {!readAt && (
            <span className="mr-2 rounded bg-brand px-1.5 py-0.5 text-sm text-on-brand">
              {t("unread")}
            </span>
          )}
          {sentence}
        </p>
        {taskCode && (
          <p>
            <span className="mr-2 text-muted">{taskCode}</span>
            <span lang="zh-CN">{taskTitle}</span>
          </p>
        )}
        <p className="text-sm text-muted">
          <Moment at={createdAt} />
          {settled && <> · {t(`settled.${settled}`)}</>}
        </p>
      </div>
      {href === null ? (
        <p className="text-sm text-muted">{t("notOurs")}</p>
      ) : (
        <NotificationLink
          id={id}
          href={href}
          isRead={readAt !== null}
          about={sentence}
          markRead={markRead}
        />
      )}
    </li>
  );
}

/** All of one's messages, or the unread ones, each with its number. */
export function NotificationChoices({
  all,
  unread,
  isUnread,
}: {
  all: number;
  unread: number;
  isUnread: boolean;
}) {
  const t = useTranslations("work.messages");
  const choices = [
    {
      ...{ href: "/notifications", label: t("all", { count: all }), count: all },
      isHere: !isUnread,
    },
    {
      href: "/notifications?unread=1",
      label: t("onlyUnread", { count: unread }),
      count: unread,
      isHere: isUnread,
    },
  ];
  return (
    <nav aria-label={t("choice")} className="flex gap-x-5">
      {choices.map(({ href, label, count, isHere }) => (
        <Anchor
          key={href}
          href={href}
          data-count={count}
          aria-current={isHere ? "page" : undefined}
          className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}

/** Whether these messages also come by mail, and if not, why. */
export function NotificationMail({ state }: { state: "off" | "no_address" | "on" }) {
  const t = useTranslations("work.messages");
  return (
    <p className="text-muted">
      {t(`mail.${state}`)}
      {state === "no_address" && (
        <>
          {" "}
          <Anchor href="/account" className="inline-flex min-h-6 items-center">
            {t("account")}
          </Anchor>
        </>
      )}
    </p>
  );
}
