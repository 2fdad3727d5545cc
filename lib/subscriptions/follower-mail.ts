import type { Subscription } from "@/db/mutations/subscriptions/subscriptions";
import { addressOf } from "@/lib/address";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import { followedPath } from "@/lib/domain/subscriptions";
import { env } from "@/lib/env";
import { changeSentence } from "@/lib/formats/sentences";
import { demoMark } from "@/lib/mail/mail";
import { wordsIn } from "@/lib/words";
import { nameIn, toLocale } from "@/messages/locales";

type About = Pick<Subscription, "kind" | "target"> & { locale: string; name: string };

const listed = 30;

/** Asks a mailbox whether it is its own wish to follow something. */
export function confirmationMail(about: About, token: string) {
  const locale = toLocale(about.locale);
  const { say } = wordsIn(locale);
  const url = tokenUrl(about, token);
  return {
    subject: `${demoMark(locale)}${say("subscriptions.mail.confirmSubject")}`,
    body: say("subscriptions.mail.confirm", { name: about.name, url }),
  };
}

/** What has happened in public to what is followed, newest first; null when nothing has. */
export function newsMail(about: About, token: string, changes: readonly PublicChange[]) {
  if (changes.length === 0) return null;
  const locale = toLocale(about.locale);
  const words = wordsIn(locale);
  const { say, day } = words;
  const items = changes
    .slice(0, listed)
    .map((change) =>
      [
        `${day(change.day)}  ${nameIn(locale, change.title, change.titleEn)}`,
        oneLine(changeSentence(change, words)),
        addressOf(`/tasks/${change.code}`, locale),
      ].join("\n  "),
    );
  const count = changes.length;
  return {
    subject: `${demoMark(locale)}${say("subscriptions.mail.newsSubject", { name: about.name, count })}`,
    body: [
      ...items,
      ...(count > listed ? [say("subscriptions.mail.more", { count: count - listed })] : []),
      addressOf(followedPath(about), locale),
      say("subscriptions.mail.end", { url: tokenUrl(about, token) }),
    ].join("\n\n"),
    unsubscribeUrl: new URL(`/api/subscriptions/${token}`, env().PUBLIC_URL).href,
  };
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

function tokenUrl(about: About, token: string): string {
  return addressOf(`/subscriptions/${token}`, toLocale(about.locale));
}
