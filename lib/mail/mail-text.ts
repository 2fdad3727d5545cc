import { createFormatter, createTranslator } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import { type NotificationText, notificationPath } from "@/lib/domain/notifications/notifications";
import { readableParams } from "@/lib/domain/sentence-params";
import messages from "@/messages/zh-CN.json";

/** A mail lists so many; the rest is read in the app. */
const listed = 30;

const locale = "zh-CN";
// Sentences are named by data, so their keys are any strings.
type Say = (key: string, values?: Record<string, string | number>) => string;
const t = createTranslator({ locale, messages }) as unknown as Say;
const format = createFormatter({ locale, timeZone: "Asia/Shanghai" });

/**
 * One plain mail in Chinese about all these notifications, the newest first, with links to where each leads. The subject
 * holds a number and nothing that anybody wrote; a demo's mail says that it is one.
 */
export function composeMail(
  notifications: NotificationText[],
  { publicUrl, isDemo }: { publicUrl: string; isDemo: boolean },
): { subject: string; body: string } {
  const count = notifications.length;
  const mark = isDemo ? `【${t("site.demoTag")}】` : "";
  const items = notifications.slice(-listed).reverse();
  const more = count > listed ? [t("mail.more", { count: count - listed })] : [];
  return {
    subject: `${mark}${t("mail.subject", { count })}`,
    body: [
      t("mail.opening", { count }),
      ...items.map((item, index) => itemText(item, index + 1, publicUrl)),
      ...more,
      t("mail.closing", { url: `${publicUrl}/notifications` }),
    ].join("\n\n"),
  };
}

function itemText(notification: NotificationText, number: number, publicUrl: string): string {
  const { sentence, taskCode, taskTitle } = notification;
  const path = notificationPath(notification);
  const params = readableParams(notification.params, {
    kind: (kind) => t(`submissionKinds.${kind}`),
    level: (level) => t(`levels.${level}`),
    day: dayText,
  });
  return [
    // Somebody's words in several lines must not look like the next item.
    `${number}. ${t(`notifications.${sentence}`, params).replace(/\s*\n\s*/g, " ")}`,
    ...(taskCode ? [`${taskCode} ${taskTitle}`] : []),
    path === null ? t("work.messages.notOurs") : `${publicUrl}${path}`,
  ].join("\n   ");
}

function dayText(day: Day): string {
  const noon = new Date(`${day}T12:00:00+08:00`);
  return format.dateTime(noon, { year: "numeric", month: "long", day: "numeric" });
}
