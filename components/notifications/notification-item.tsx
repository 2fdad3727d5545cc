import { useTranslations } from "next-intl";
import { Moment, useDay } from "@/components/ui/day";
import {
  type NotificationParams,
  notificationPath,
  spokenParams,
} from "@/lib/domain/notifications/notifications";
import { type MarkRead, NotificationLink } from "./notification-link";

export type Notification = {
  id: string;
  sentence: string;
  params: NotificationParams;
  taskCode: string | null;
  taskTitle: string | null;
  isVisible: boolean;
  createdAt: Date;
  readAt: Date | null;
};

/** One thing a person was told: its sentence, the task that it is about, and the way there if it still is theirs to go. */
export function NotificationItem({
  notification,
  markRead,
}: {
  notification: Notification;
  markRead: MarkRead;
}) {
  const t = useTranslations("work.messages");
  const sentence = useSentence()(notification);
  const { id, taskCode, taskTitle, createdAt, readAt } = notification;
  const href = notificationPath(notification);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className={`break-words ${readAt ? "" : "font-semibold"}`}>
          {!readAt && (
            <span className="mr-2 rounded bg-brand px-1.5 py-0.5 text-sm text-white">
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

/** A notification in the reader's language; what people wrote stays as they wrote it. */
function useSentence() {
  const t = useTranslations();
  const day = useDay();
  return ({ sentence, params }: Notification): string =>
    t(
      `notifications.${sentence}`,
      spokenParams(params, {
        kind: (kind) => t(`submissionKinds.${kind}`),
        level: (level) => t(`levels.${level}`),
        day,
      }),
    );
}
