import { askToFollow } from "@/db/mutations/subscriptions/subscriptions";
import { isMailOn } from "@/db/queries/mail";
import { isSameOrigin, requestFrom } from "@/lib/auth/request";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { mailboxSchema } from "@/lib/domain/inputs";
import { Refused } from "@/lib/domain/refusals";
import { followedSchema } from "@/lib/domain/subscriptions";
import { findScope } from "@/lib/public/scope";
import { confirmationMail } from "@/lib/subscriptions/follower-mail";
import { scopeOf } from "@/lib/subscriptions/followers";
import { localePath, nameIn, toLocale } from "@/messages/locales";
import { seeOther } from "./see-other";

/** One more than a mailbox may have: what is longer goes back cut, and is no address of anybody either way. */
const mostEchoed = 255;

/** Asks to follow something by mail. Whoever asks gets the same page, whether the address follows it already or not. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const locale = toLocale(form.get("locale"));
  const [kind, target, typed] = ["kind", "target", "email"].map((name) =>
    String(form.get(name) ?? "").slice(0, mostEchoed),
  );
  const back = (problem: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ kind: kind ?? "", target: target ?? "", problem, ...more });
    return seeOther(localePath(locale, `/subscriptions/new?${query}`));
  };
  const followed = followedSchema.safeParse({ kind, target });
  const now = await currentTime();
  const found = followed.success && (await findScope(scopeOf(followed.data), dayIn(now)));
  if (!followed.success || !found) return back("not_found");
  const email = mailboxSchema.safeParse(typed);
  if (!email.success) return back("email", { email: typed ?? "" });
  if (!(await isMailOn())) return back("mail_off");
  const about = { ...followed.data, locale, name: nameIn(locale, found.name ?? "", found.nameEn) };
  const compose = (token: string) => confirmationMail(about, token);
  const { ip } = requestFrom(request.headers);
  const asked = { ...followed.data, email: email.data, locale, address: ip };
  const refused = await askToFollow(asked, compose, now).then(
    () => false,
    (error) => error instanceof Refused || Promise.reject(error),
  );
  if (refused) return back("too_many");
  return seeOther(localePath(locale, "/subscriptions/asked"));
}
