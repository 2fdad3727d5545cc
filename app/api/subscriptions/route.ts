import { countPublicAttempt } from "@/db/mutations/people/rate-limits";
import { askToFollow } from "@/db/mutations/subscriptions/subscriptions";
import { isSameOrigin, requestFrom } from "@/lib/auth/request";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { mailboxSchema } from "@/lib/domain/inputs";
import { followedSchema } from "@/lib/domain/subscriptions";
import { isMailOn } from "@/lib/env";
import { findScope } from "@/lib/public/scope";
import { confirmationMail } from "@/lib/subscriptions/follower-mail";
import { scopeOf } from "@/lib/subscriptions/followers";
import { localePath, toLocale } from "@/messages/locales";
import { seeOther } from "./see-other";

/** Asks to follow something by mail. Whoever asks gets the same page, whether the address follows it already or not. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const locale = toLocale(form.get("locale"));
  const [kind, target, typed] = ["kind", "target", "email"].map((n) => String(form.get(n) ?? ""));
  const back = (problem: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ kind: kind ?? "", target: target ?? "", problem, ...more });
    return seeOther(localePath(locale, `/subscriptions/new?${query}`));
  };
  const followed = followedSchema.safeParse({ kind, target });
  const now = await currentTime();
  const found = followed.success && (await findScope(scopeOf(followed.data), dayIn(now)));
  if (!followed.success || !found) return back("not_found");
  const email = mailboxSchema.safeParse(typed);
  if (!email.success) return back("email", { email: (typed ?? "").slice(0, 254) });
  if (!isMailOn()) return back("mail_off");
  const allowed =
    (await countPublicAttempt("subscription", requestFrom(request.headers).ip)) &&
    (await countPublicAttempt("mailbox", email.data));
  if (!allowed) return back("too_many");
  const about = { ...followed.data, locale, name: found.name ?? "" };
  const compose = (token: string) => confirmationMail(about, token);
  await askToFollow({ ...followed.data, email: email.data, locale }, compose, now);
  return seeOther(localePath(locale, "/subscriptions/asked"));
}
