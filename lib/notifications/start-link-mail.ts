import { mailSettings } from "@/db/queries/mail";
import { startLinkToMail } from "@/db/queries/people/start-links";
import { startCodeOf } from "@/db/start-code";
import { addressOf } from "@/lib/address";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { codeOf, demoMark, sendMail } from "@/lib/mail/mail";
import { wordsIn } from "@/lib/words";

const locale = "zh-CN";

/**
 * Mails a start code to the address of its own account and nowhere else, while it can still be used. The code stands behind
 * the # of the address, which no server and no log gets to see. Throws when the server did not take it.
 */
export async function mailStartLink(linkId: string): Promise<void> {
  const settings = await mailSettings();
  const link = settings && (await startLinkToMail(linkId, await currentTime()));
  if (!link) return;
  const { say, day } = wordsIn(locale);
  const { email: address, name, username, expiresAt } = link;
  const code = startCodeOf(linkId);
  const url = `${addressOf("/start", locale)}#${code}`;
  const subject = `${demoMark(locale)}${say("mail.start.subject")}`;
  const body = say("mail.start.body", { name, username, code, url, until: day(dayIn(expiresAt)) });
  try {
    await sendMail({ id: linkId, address, subject, body }, settings);
  } catch (error) {
    throw new Error(`The start link ${linkId} was not mailed (${codeOf(error)})`);
  }
}
