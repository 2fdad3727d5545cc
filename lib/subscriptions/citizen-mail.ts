import {
  type CitizenMail,
  forgetCitizenMail,
  noteCitizenFailure,
  waitingCitizenMail,
} from "@/db/mutations/subscriptions/citizen-mails";
import { mailSettings } from "@/db/queries/mail";
import { codeOf, sendMail } from "@/lib/mail/mail";

/** Sends one mail to somebody without an account, and forgets it. Throws when the server did not take it. */
export async function mailCitizen(mailId: string): Promise<void> {
  const settings = await mailSettings();
  const mail = settings && (await waitingCitizenMail(mailId));
  if (!mail) return;
  try {
    await sendMail(mail, settings, unsubscribing(mail));
  } catch (error) {
    await noteCitizenFailure(mailId, String(error));
    throw new Error(`Citizen mail ${mailId} was not sent (${codeOf(error)})`);
  }
  await forgetCitizenMail(mailId);
}

/** One click out, which a mail program may offer by itself (RFC 8058). */
function unsubscribing({ unsubscribeUrl }: CitizenMail): Record<string, string> {
  if (!unsubscribeUrl) return {};
  return {
    "List-Unsubscribe": `<${unsubscribeUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
