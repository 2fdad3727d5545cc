import { noteFailure, noteSent, prepareMail } from "@/db/mutations/notifications/mails";
import { mailSettings } from "@/db/queries/mail";
import { ownNotificationTexts } from "@/db/queries/notifications/texts";
import { currentTime } from "@/lib/clock";
import type { NotificationText } from "@/lib/domain/notifications/notifications";
import { notificationPath, sentenceOf } from "@/lib/domain/notifications/notifications";
import { type OwnTexts, sayText } from "@/lib/domain/notifications/texts";
import { readableParams } from "@/lib/domain/sentence-params";
import { codeOf, sendMail } from "@/lib/mail/mail";
import { wordsIn } from "@/lib/words";

/** A mail lists so many; the rest is read in the app. */
const listed = 30;

const locale = "zh-CN";
const words = wordsIn(locale);
const { say, day } = words;

/**
 * Sends a person the one mail that is due to them, if any. Throws when the server did not take it, for the queue to try
 * again. A crash between the server's yes and ours sends it a second time, under the same Message-ID; none is lost.
 */
export async function mailPerson(userId: string): Promise<void> {
  const settings = await mailSettings();
  if (!settings) return;
  const { PUBLIC_URL: publicUrl, DEMO } = settings;
  const about = { publicUrl: new URL(publicUrl).origin, isDemo: DEMO === "on" };
  const own = await ownNotificationTexts(locale);
  const compose = (due: NotificationText[]) => composeMail(due, about, own);
  const mail = await prepareMail(userId, compose, await currentTime());
  if (!mail) return;
  try {
    await sendMail(mail, settings);
  } catch (error) {
    await noteFailure(mail.id, String(error));
    // A server's own words may name the address: they stay with the mail, and out of the logs.
    throw new Error(`Mail ${mail.id} was not sent (${codeOf(error)})`);
  }
  await noteSent(mail.id, await currentTime());
}

/**
 * One plain mail in Chinese about all these notifications, the newest first, with links to where each leads, in the office's
 * own words where it has some. The subject holds a number and nothing of what it tells; a demo's mail says that it is one.
 */
export function composeMail(
  notifications: NotificationText[],
  { publicUrl, isDemo }: { publicUrl: string; isDemo: boolean },
  own: OwnTexts,
): { subject: string; body: string } {
  const count = notifications.length;
  const mark = isDemo ? `【${say("site.demoTag")}】` : "";
  const items = notifications.slice(-listed).reverse();
  const more = count > listed ? [say("mail.more", { count: count - listed })] : [];
  return {
    subject: `${mark}${sayText("mail_subject", { count }, own, words)}`,
    body: [
      sayText("mail_opening", { count }, own, words),
      ...items.map((item, index) => itemText(item, index + 1, publicUrl, own)),
      ...more,
      sayText("mail_closing", { url: `${publicUrl}/notifications` }, own, words),
    ].join("\n\n"),
  };
}

function itemText(
  notification: NotificationText,
  number: number,
  publicUrl: string,
  own: OwnTexts,
): string {
  const { taskCode, taskTitle } = notification;
  const path = notificationPath(notification);
  const params = readableParams(notification.params, {
    day,
    kind: (kind) => say(`submissionKinds.${kind}`),
    gap: (kind) => say(`gaps.kinds.${kind}`),
    level: (level) => say(`levels.${level}`),
  });
  return [
    // Somebody's words in several lines must not look like the next item.
    `${number}. ${sayText(sentenceOf(notification), params, own, words).replace(/\s*\n\s*/g, " ")}`,
    ...(taskCode ? [`${taskCode} ${taskTitle}`] : []),
    path === null ? say("work.messages.notOurs") : `${publicUrl}${path}`,
  ].join("\n   ");
}
