import { seeOther } from "@/app/api/subscriptions/see-other";
import {
  confirmSubscription,
  endSubscription,
  subscriptionOf,
} from "@/db/mutations/subscriptions/subscriptions";
import { currentTime } from "@/lib/clock";
import { localePath, toLocale } from "@/messages/locales";

type Props = { params: Promise<{ token: string }> };

/**
 * Confirms or ends what the token of a mail stands for: the token is the proof. A mail program's one click (RFC 8058) ends
 * it without a page.
 */
export async function POST(request: Request, { params }: Props) {
  const { token } = await params;
  const form = await request.formData().catch(() => new FormData());
  const found = await subscriptionOf(token);
  const locale = toLocale(found?.locale);
  if (form.get("do") === "confirm") {
    await confirmSubscription(token, await currentTime());
    return seeOther(localePath(locale, `/subscriptions/${token}`));
  }
  await endSubscription(token);
  if (form.get("List-Unsubscribe")) return new Response(null, { status: 200 });
  return seeOther(localePath(locale, "/subscriptions/ended"));
}
