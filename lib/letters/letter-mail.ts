import { forgetLetterAddress } from "@/db/mutations/letters";
import { letterToTell } from "@/db/queries/letters/letters";
import { addressOf } from "@/lib/address";
import { currentDay } from "@/lib/clock";
import { env, mailSettings } from "@/lib/env";
import { codeOf, sendMail } from "@/lib/mail/mail";
import { wordsIn } from "@/lib/words";
import type { Locale } from "@/messages/locales";

/**
 * Tells the writer of a letter that it is answered, with the way to its page, and forgets the mailbox. The answer itself
 * stays on the page, which shows what is still released. Throws when the server did not take it.
 */
export async function mailWriter(letterId: string): Promise<void> {
  const settings = mailSettings();
  const told = settings && (await letterToTell(letterId, await currentDay()));
  if (!told) return;
  const mail = { id: letterId, address: told.email, ...writerMail(told.letter) };
  try {
    await sendMail(mail, settings);
  } catch (error) {
    throw new Error(`The writer of letter ${letterId} was not told (${codeOf(error)})`);
  }
  await forgetLetterAddress(letterId);
}

export function writerMail(letter: { receipt: string; locale: string; title: string }) {
  const locale: Locale = letter.locale === "en" ? "en" : "zh-CN";
  const { say } = wordsIn(locale);
  const { receipt, title } = letter;
  const mark = env().DEMO === "on" ? `[${say("site.demoTag")}] ` : "";
  return {
    subject: `${mark}${say("letters.mail.subject", { receipt })}`,
    body: say("letters.mail.body", {
      ...{ receipt, title },
      url: addressOf(`/letters/${receipt}`, locale),
    }),
  };
}
