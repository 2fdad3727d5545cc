import { forgetLetterAddress } from "@/db/mutations/letters/letters";
import { letterToNotify } from "@/db/queries/letters/letters";
import { mailSettings } from "@/db/queries/mail";
import { addressOf } from "@/lib/address";
import { currentDay } from "@/lib/clock";
import { codeOf, demoMark, sendMail } from "@/lib/mail/mail";
import { wordsIn } from "@/lib/words";
import { toLocale } from "@/messages/locales";

/**
 * Notifies the writer of a letter that it is answered, with the way to its page, and forgets the mailbox. The answer itself
 * stays on the page, which shows what is still released. Throws when the server did not take it.
 */
export async function mailWriter(letterId: string): Promise<void> {
  const settings = await mailSettings();
  const due = settings && (await letterToNotify(letterId, await currentDay()));
  if (!due) return;
  const mail = { id: letterId, address: due.email, ...writerMail(due.letter) };
  try {
    await sendMail(mail, settings);
  } catch (error) {
    throw new Error(`The writer of letter ${letterId} was not notified (${codeOf(error)})`);
  }
  await forgetLetterAddress(letterId);
}

export function writerMail(letter: { receipt: string; locale: string; title: string }) {
  const locale = toLocale(letter.locale);
  const { say } = wordsIn(locale);
  const { receipt, title } = letter;
  return {
    subject: `${demoMark(locale)}${say("letters.mail.subject", { receipt })}`,
    body: say("letters.mail.body", {
      ...{ receipt, title },
      url: addressOf(`/letters/${receipt}`, locale),
    }),
  };
}
